/// What came of the trials of a study so far: how they ended, and the best.
package struct StudyTally: Sendable {
    package private(set) var counts = Study.Counts()
    package private(set) var best: Study.Best?
    private let objective: Objective
    private let index: Int

    /// `index` is the place of the objective among the numbers of a complete trial.
    package init(objective: Objective, index: Int) {
        self.objective = objective
        self.index = index
    }

    /// Counts a trial that has ended.
    package mutating func enter(_ trial: Trial) {
        counts.enter(trial.outcome)
        guard case .complete(let numbers) = trial.outcome else { return }
        precondition(index < numbers.count, "trial \(trial.number) has no number for the objective")
        let value = numbers[index]
        guard !value.isNaN else { return }
        if let best, !objective.prefers(value, to: best.value) {
            guard value == best.value, trial.number < best.number else { return }
        }
        best = Study.Best(number: trial.number, parameters: trial.parameters, value: value)
    }
}

extension Study {
    /// The best complete trial so far: of equal ones the lowest number.
    package struct Best: Sendable {
        package let number: Int
        package let parameters: Parameters
        /// The objective's metric.
        package let value: Double
    }

    /// How the trials ended.
    package struct Counts: Sendable {
        /// Reasons beyond so many different ones are counted, not kept.
        private static let mostReasons = 256

        package private(set) var complete = 0
        package private(set) var pruned = 0
        package private(set) var failed = 0
        private var reasons: [String: Int] = [:]

        package var done: Int { complete + pruned + failed }

        /// Why most of the failed ones failed; nil where none did.
        package var commonestReason: String? {
            reasons.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }

        fileprivate mutating func enter(_ outcome: Trial.Outcome) {
            switch outcome {
            case .complete: complete += 1
            case .pruned: pruned += 1
            case .failed(let reason):
                failed += 1
                if reasons[reason] != nil || reasons.count < Self.mostReasons { reasons[reason, default: 0] += 1 }
            }
        }
    }
}
