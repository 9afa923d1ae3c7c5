import Testing

@testable import Search

/// The trial table is the same whatever the workers do.
@Suite struct DeterminismTests {
    private func run(
        _ name: String, workers: Int, pause: Int = 0, trials: Int, resuming earlier: [Trial] = [],
        constraint: ConstraintMaker? = nil
    ) throws -> [Trial] {
        let shelf = Shelf()
        let settings = settings(try crossingSpace(), sampler: name, trials: trials)
        let runner = StudyRunner(
            try Study(settings, constraint: constraint, resuming: earlier), workers: workers,
            evaluator: { _ in PausingEvaluator(pause: pause) }, sink: shelf.store)
        #expect(try runner.run() == .complete)
        return shelf.trials
    }

    @Test(arguments: SamplerCatalog.all.map(\.name), [1, 2, 3, 8])
    func theTableIsTheSameForAnyNumberOfWorkers(name: String, workers: Int) throws {
        let alone = try runAlone(
            try Study(
                settings(try crossingSpace(), sampler: name, trials: 700), constraint: { Constraint(allows: isOrdered) }
            ))
        let trials = try run(
            name, workers: workers, pause: 400, trials: 700, constraint: { Constraint(allows: isOrdered) })
        #expect(table(trials) == table(alone))
    }

    @Test(arguments: [1, 3, 8])
    func fastTrialsArriveEachOnce(workers: Int) throws {
        let trials = try run("random", workers: workers, trials: 10_000)
        #expect(trials.map(\.number).sorted() == Array(0..<10_000))
        #expect(trials.allSatisfy { $0.worker < workers })
    }

    @Test func aCutStudyResumedAndCutAgainGivesTheSameTable() throws {
        let settings = settings(try crossingSpace(), trials: 3000)
        let expected = table(try runAlone(try Study(settings)))
        var stored: [Trial] = []
        var starts = 0
        var state = StudyState.interrupted
        while state == .interrupted {
            let shelf = Shelf()
            starts += 1
            let limit = stored.count + Int.random(in: 1...900)
            let box = RunnerBox()
            let runner = StudyRunner(
                try Study(settings, resuming: stored), workers: 3, evaluator: { _ in PausingEvaluator(pause: 60) },
                sink: { [before = stored.count] trials in
                    shelf.store(trials)
                    if before + shelf.trials.count >= limit { box.runner?.cancel() }
                })
            box.runner = runner
            state = try runner.run()
            stored += shelf.trials
        }
        #expect(state == .complete && starts > 1)
        #expect(table(stored) == expected)
    }
}
