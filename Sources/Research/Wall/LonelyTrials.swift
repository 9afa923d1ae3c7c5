import Search

/// Trials that are suspected to end their process, each evaluated alone before all others.
struct LonelyTrials {
    private let study: Study
    private let suspects: [Int]

    /// A study that nobody has asked yet; it is of no use afterwards.
    init(_ study: Study, _ suspects: [Int]) {
        self.study = study
        self.suspects = suspects
    }

    /// The trials in the order of the suspects, each told as it ends; fewer when the parent wishes an end.
    func run(
        _ evaluator: GuardedEvaluator, cancelledBy parent: ParentLine, tell: (Trial) -> Void
    ) throws -> [Trial] {
        var evaluator = evaluator
        parent.onCancel(evaluator.stopHandle)
        let proposals = try proposals()
        var trials: [Trial] = []
        for number in suspects {
            guard let proposal = proposals[number] else { continue }
            let began = monotonicTime()
            let evaluation = evaluator.evaluate(
                number: number, parameters: proposal.parameters, seed: proposal.seed)
            if parent.isCancelled { break }
            let trial = Trial(
                number: number, parameters: proposal.parameters, outcome: evaluation.outcome,
                duration: monotonicTime() - began, worker: 0, isTimed: evaluation.isTimed,
                traceback: evaluation.traceback)
            tell(trial)
            trials.append(trial)
        }
        return trials
    }

    /// The sampler proposes in the order of the numbers, so all up to the last suspect are proposed again.
    private func proposals() throws -> [Int: Proposal] {
        let constraint = try study.makeConstraint()
        let last = suspects.max() ?? -1
        var found: [Int: Proposal] = [:]
        while let proposal = try study.ask(1, allowing: constraint).first, proposal.number <= last {
            found[proposal.number] = proposal
        }
        return found
    }
}
