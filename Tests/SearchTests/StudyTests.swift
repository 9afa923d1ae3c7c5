import Testing

@testable import Search

@Suite struct StudyTests {
    private func study(_ direction: Direction = .maximize, trials: Int? = 10) throws -> Study {
        try Study(
            StudySettings(
                space: crossingSpace(), trials: trials, objective: Objective(metric: "m", direction: direction),
                metrics: ["m"]))
    }

    private func tell(_ study: Study, _ proposal: Proposal, _ outcome: Trial.Outcome) {
        study.tell([
            Trial(number: proposal.number, parameters: proposal.parameters, outcome: outcome, duration: 0, worker: 0)
        ])
    }

    @Test func theLowestNumberOfEqualTrialsIsTheBest() throws {
        let study = try study()
        let asked = try study.ask(4)
        for (proposal, value) in zip(asked, [1.0, 3, 3, .nan]).reversed() { tell(study, proposal, .complete([value])) }
        #expect(study.best?.number == 1)
        #expect(study.best?.value == 3)
    }

    @Test func theSmallestIsTheBestWhereItIsMinimized() throws {
        let study = try study(.minimize)
        for (proposal, value) in zip(try study.ask(3), [.nan, 3, 2.0]) { tell(study, proposal, .complete([value])) }
        #expect(study.best?.number == 2)
    }

    @Test func anUndefinedNumberIsNeverTheBest() throws {
        let study = try study()
        tell(study, try study.ask(1)[0], .complete([.nan]))
        #expect(study.best == nil)
    }

    @Test func failuresAreCountedWithTheCommonestReason() throws {
        let study = try study()
        for (proposal, reason) in zip(try study.ask(5), ["a", "b", "b", "c", "c"]) {
            tell(study, proposal, .failed(reason: reason))
        }
        #expect(study.counts.failed == 5)
        #expect(study.counts.commonestReason == "b")
    }

    @Test func aStudyIsCompleteWhenItsLastTrialIsTold() throws {
        let study = try study(trials: 3)
        let asked = try study.ask(100)
        #expect(asked.map(\.number) == [0, 1, 2])
        #expect(try study.ask(1).isEmpty && !study.hasMore)
        #expect(study.state == .running)
        for proposal in asked { tell(study, proposal, .complete([1])) }
        #expect(study.state == .complete)
    }

    @Test func whatCannotStartIsSaidInOneSentence() throws {
        let space = try crossingSpace()
        let trials = #expect(throws: SearchError.self) { try Study(settings(space, trials: 0)) }
        #expect(trials?.description == "a study of 0 trials has nothing to do; ask for 1 or more")
        let objective = #expect(throws: SearchError.self) {
            try Study(StudySettings(space: space, objective: Objective(metric: "luck"), metrics: ["sharpe", "cagr"]))
        }
        #expect(objective?.description == "the objective luck is not among the metrics of the study, sharpe, cagr")
    }

    @Test func storedTrialsOfAnotherSpaceAreRefused() throws {
        let stored = Trial(
            number: 3, parameters: Parameters(["fast": .integer(1000)]), outcome: .complete([0, 0]), duration: 0,
            worker: 0)
        let space = try crossingSpace()
        #expect(throws: SearchError.resumeDoesNotFit(trial: 3, parameters: "fast=1000")) {
            try Study(settings(space), resuming: [stored])
        }
    }

    @Test func aLongerResumeGoesOnWhereTheStudyEnded() throws {
        let space = try mixedSpace()
        let all = try runAlone(try Study(settings(space, trials: 200)))
        let first = try runAlone(try Study(settings(space, trials: 120)))
        let rest = try runAlone(try Study(settings(space, trials: 200), resuming: first))
        #expect(rest.count == 80)
        #expect(table(first + rest) == table(all))
    }
}

/// A sampler that learns: the seam for those to come.
@Suite struct GenerationTests {
    /// Counts up from the sum of all numbers it has learned.
    struct SummingSampler: Sampler {
        var sum = 0
        let generationSize: Int? = 5

        mutating func propose(_ number: Int, allowing constraint: Constraint?) -> Parameters? {
            Parameters(["fast": .integer(5 + sum % 50), "slow": .integer(20 + number)])
        }

        mutating func recall(_ number: Int, _ parameters: Parameters) {}

        mutating func learn(from trials: [Trial]) {
            for case .complete(let numbers) in trials.map(\.outcome) { sum += Int(numbers[1]) + trials[0].number }
        }
    }

    @Test func aGenerationWaitsForTheOneBeforeIt() throws {
        let study = try Study(settings(try crossingSpace(), trials: 12), sampler: SummingSampler())
        let first = try study.ask(100)
        #expect(first.map(\.number) == [0, 1, 2, 3, 4])
        study.tell(first.dropLast().map(trial(_:)))
        #expect(try study.ask(100).isEmpty && study.hasMore)
        study.tell(first.suffix(1).map(trial(_:)))
        #expect(try study.ask(3).map(\.number) == [5, 6, 7])
    }

    @Test func whatIsLearnedDependsNeitherOnWorkersNorOnACut() throws {
        let settings = settings(try crossingSpace(), trials: 100)
        let all = try runAlone(try Study(settings, sampler: SummingSampler()))
        #expect(Set(all.compactMap { $0.parameters["fast"] }).count > 3)
        for workers in [1, 2, 3, 8] {
            let kept = all.filter { _ in Int.random(in: 0..<3) == 0 }
            let shelf = Shelf()
            let runner = StudyRunner(
                try Study(settings, sampler: SummingSampler(), resuming: kept), workers: workers,
                evaluator: { _ in PausingEvaluator(pause: 300) }, sink: shelf.store)
            #expect(try runner.run() == .complete)
            #expect(table(kept + shelf.trials) == table(all))
        }
    }
}
