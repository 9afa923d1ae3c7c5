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
        package fileprivate(set) var complete = 0
        package fileprivate(set) var pruned = 0
        package fileprivate(set) var failed = 0
        fileprivate var reasons: [String: Int] = [:]

        package var done: Int { complete + pruned + failed }

        /// Why most of the failed ones failed; nil where none did.
        package var commonestReason: String? {
            reasons.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
    }

    /// The side of the results.
    struct Ledger {
        /// Reasons beyond so many different ones are counted, not kept.
        static let mostReasons = 256

        let keepsTrials: Bool
        var counts = Counts()
        var best: Best?
        var outstanding = 0
        /// How many numbers there are, once the sampler has proposed the last.
        var total: Int?
        var isExhausted = false
        var ending: StudyState?
        var stopHandle: (@Sendable () -> Void)?
        /// Ended trials of the generation that the sampler has not learned from.
        private var trials: [Int: Trial] = [:]

        init(keepsTrials: Bool) { self.keepsTrials = keepsTrials }

        /// Whether trials are still to be proposed or in work.
        var isOpen: Bool { total == nil || outstanding > 0 }

        mutating func enter(_ trial: Trial, objective: Objective, index: Int) {
            if keepsTrials { trials[trial.number] = trial }
            switch trial.outcome {
            case .pruned:
                counts.pruned += 1
            case .failed(let reason):
                counts.failed += 1
                if counts.reasons[reason] != nil || counts.reasons.count < Ledger.mostReasons {
                    counts.reasons[reason, default: 0] += 1
                }
            case .complete(let numbers):
                counts.complete += 1
                precondition(index < numbers.count, "trial \(trial.number) has no number for the objective")
                let value = numbers[index]
                guard !value.isNaN else { return }
                if let best, !objective.prefers(value, to: best.value) {
                    guard value == best.value, trial.number < best.number else { return }
                }
                best = Best(number: trial.number, parameters: trial.parameters, value: value)
            }
        }

        /// The trials of these numbers, once all have ended; they are not kept any longer.
        mutating func take(_ numbers: Range<Int>) -> [Trial]? {
            guard numbers.allSatisfy({ trials[$0] != nil }) else { return nil }
            return numbers.compactMap { trials.removeValue(forKey: $0) }
        }
    }
}
