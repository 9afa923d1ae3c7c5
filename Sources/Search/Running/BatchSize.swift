/// How many trials a worker takes at once: about 3 ms of them, so that locks cost nothing beside short trials and
/// nobody waits for long ones. Results do not depend on it.
struct BatchSize {
    static let largest = 256
    private static let target = 3_000_000.0

    private(set) var count = 1

    /// The last batch had `trials` and took `duration` nanoseconds.
    mutating func adapt(trials: Int, duration: UInt64) {
        let each = max(Double(duration), 1) / Double(max(trials, 1))
        let fitting = Int(min(BatchSize.target / each, Double(BatchSize.largest)))
        // Doubling at most: the first trials of a worker say little about the next.
        count = min(max(fitting, 1), count * 2)
    }
}
