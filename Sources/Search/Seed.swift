/// Where the randomness starts: a stream of its own for each trial, whatever worker runs it.
package struct Seed: Hashable, Sendable {
    package let value: UInt64

    package init(_ value: UInt64) { self.value = value }

    /// The seed that trial `number` hands to its script.
    package func trial(_ number: Int) -> Seed {
        var random = RandomStream(self, number: number, purpose: .evaluating)
        return Seed(random.next())
    }

    /// The stream from which a sampler draws trial `number`.
    package func stream(_ number: Int) -> RandomStream {
        RandomStream(self, number: number, purpose: .sampling)
    }
}
