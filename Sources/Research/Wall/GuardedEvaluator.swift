import Processes
import Search

/// Evaluates in a child: marks on the activity page what is in work, and does not run again what ended its process.
struct GuardedEvaluator: Evaluator {
    private var evaluator: StrategyEvaluator
    private let page: ActivityPage
    private let slot: Int
    private let verdicts: [Int: Suspicion.Verdict]

    init(_ evaluator: StrategyEvaluator, page: ActivityPage, worker: Int, verdicts: [Int: Suspicion.Verdict]) {
        self.evaluator = evaluator
        self.page = page
        slot = StudyActivity.workers + worker
        self.verdicts = verdicts
    }

    var stopHandle: @Sendable () -> Void { evaluator.stopHandle }

    mutating func evaluate(number: Int, parameters: Parameters, seed: Seed) -> Evaluation {
        if let verdict = verdicts[number] {
            return Evaluation(.failed(reason: verdict.reason), isTimed: verdict.isTimed)
        }
        page.begin(number, in: slot)
        defer { page.end(in: slot) }
        #if DEBUG
            Rehearsal.current.play(trial: number)
        #endif
        return evaluator.evaluate(number: number, parameters: parameters, seed: seed)
    }
}

extension Constraint {
    /// The same, each call marked on the activity page.
    func marked(on page: ActivityPage) -> Constraint {
        var calls = 0
        return Constraint(stopHandle: stopHandle) { parameters in
            page.begin(calls, in: StudyActivity.condition)
            defer { page.end(in: StudyActivity.condition) }
            #if DEBUG
                Rehearsal.current.play(condition: calls)
            #endif
            calls += 1
            return try allows(parameters)
        }
    }
}
