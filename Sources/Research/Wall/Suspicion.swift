/// What is known about trials that were in work when a child died.
struct Suspicion: Hashable, Sendable {
    /// How a trial has ended that ends its process.
    struct Verdict: Hashable, Sendable {
        let reason: String
        /// Ended by the clock, so another run may end otherwise.
        let isTimed: Bool
    }

    /// Trials to be run alone, one after another, before all others: the first of them first.
    var suspects: [Int] = []
    /// Trials that are not run any more.
    var verdicts: [Int: Verdict] = [:]
}
