extension Study {
    /// The side of the results.
    struct Ledger {
        let keepsTrials: Bool
        var tally: StudyTally
        var outstanding = 0
        /// How many numbers there are, once the sampler has proposed the last.
        var total: Int?
        var isExhausted = false
        var ending: StudyState?
        var stopHandle: (@Sendable () -> Void)?
        /// Ended trials of the generation that the sampler has not learned from.
        private var trials: [Int: Trial] = [:]

        init(keepsTrials: Bool, tally: StudyTally) {
            self.keepsTrials = keepsTrials
            self.tally = tally
        }

        /// Whether trials are still to be proposed or in work.
        var isOpen: Bool { total == nil || outstanding > 0 }

        mutating func enter(_ trial: Trial) {
            if keepsTrials { trials[trial.number] = trial }
            tally.enter(trial)
        }

        /// The trials of these numbers, once all have ended; they are not kept any longer.
        mutating func take(_ numbers: Range<Int>) -> [Trial]? {
            guard numbers.allSatisfy({ trials[$0] != nil }) else { return nil }
            return numbers.compactMap { trials.removeValue(forKey: $0) }
        }
    }
}
