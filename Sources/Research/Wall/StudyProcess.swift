import Candles
import Glibc
import Processes
import Search

/// The child that does a study for its parent: all of a program that was started as `Wall` says.
package enum StudyProcess {
    /// Where the child finds the line to its parent and the activity page.
    static let lineDescriptor: Int32 = 3
    static let pageDescriptor: Int32 = 4

    /// Does the study and ends the process.
    package static func run() -> Never {
        guard let page = try? ActivityPage(descriptor: pageDescriptor),
            let parent = try? ParentLine(MessageLine(descriptor: lineDescriptor), page: page)
        else { _exit(64) }
        page.noteSignals()
        // Ctrl-Z, passed on by the parent: without this it does not halt a group that no shell looks after.
        signal(SIGTSTP) { _ in raise(SIGSTOP) }
        do {
            parent.send(.ended(try state(of: parent, page)))
        } catch {
            parent.send(.fault(StudyFault(error)))
        }
        _exit(0)
    }

    private static func state(of parent: ParentLine, _ page: ActivityPage) throws -> StudyState {
        guard case .load(let order) = parent.next() else { throw ProcessError.malformed }
        page.begin(0, in: StudyActivity.loading)
        #if DEBUG
            Rehearsal.current.playLoading()
        #endif
        let prepared = try PreparedStudy(order)
        page.end(in: StudyActivity.loading)
        parent.send(.outline(prepared.outline))

        var earlier: [Trial] = []
        var instruction = parent.next()
        while case .earlier(let trials) = instruction {
            earlier += trials
            instruction = parent.next()
        }
        guard case .begin(let candles, let suspicion) = instruction else { throw ProcessError.malformed }
        let market = Market(candles, settings: order.settings)
        let guarded: @Sendable (Constraint) -> Constraint = { $0.marked(on: page) }
        let evaluator = { @Sendable worker in
            GuardedEvaluator(
                try prepared.evaluator(market), page: page, worker: worker, verdicts: suspicion.verdicts)
        }
        // Made here for its faults, before anybody is told that nothing is missing.
        var study = try prepared.study(resuming: earlier, guarded: guarded)
        parent.send(.ready)

        guard case .run(let time) = parent.next() else { throw ProcessError.malformed }
        if !suspicion.suspects.isEmpty {
            let alone = LonelyTrials(study, suspicion.suspects)
            earlier += try alone.run(evaluator(0), cancelledBy: parent) { parent.send(.trials([$0])) }
            parent.send(.together)
            study = try prepared.study(resuming: earlier, guarded: guarded)
        }
        let runner = StudyRunner(study, workers: order.workers, timeLimit: time, evaluator: evaluator) { trials in
            parent.send(.trials(trials))
        }
        parent.onCancel { runner.cancel() }
        return try runner.run()
    }
}
