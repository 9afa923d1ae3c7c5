import Foundation
import Research
import Search
import Store
import Strategies
import Testing

@Suite struct StudyRunTests {
    private let home = TemporaryHome()

    private func request(_ script: StrategyScript, trials: Int = 60, workers: Int = 2) -> StudyRequest {
        var request = StudyRequest(script: script, selection: Samples.candles())
        request.trials = trials
        request.workers = workers
        request.seed = 7
        return request
    }

    /// What `candela trials STUDY --format csv` prints.
    private func table(_ run: StudyRun, in results: ResultStore) throws -> [[QueryValue]] {
        try results.trialTable(of: results.study(run.record.id)).rows
    }

    @Test func everyTrialIsStoredWithItsNumbers() throws {
        let results = try home.workbench.results(.readWrite)
        let run = try StudyRun(request(Samples.crossover), in: results)
        #expect(try run.run() == .complete)
        let trials = try results.trials(of: results.study(run.record.id))
        #expect(trials.map(\.number) == Array(0..<60))
        #expect(trials.allSatisfy { $0.state == .complete })
        #expect(trials.contains { ($0.metrics["trades"] ?? 0) > 0 })
    }

    @Test(arguments: [1, 3, 8]) func theTrialTableDoesNotDependOnWorkers(workers: Int) throws {
        let results = try home.workbench.results(.readWrite)
        let one = try StudyRun(request(Samples.crossover, workers: 2), in: results)
        let other = try StudyRun(request(Samples.crossover, workers: workers), in: results)
        _ = try (one.run(), other.run())
        #expect(try table(one, in: results) == table(other, in: results))
    }

    @Test func aFaultyTrialIsStoredWithItsLineAndTheSearchGoesOn() throws {
        let results = try home.workbench.results(.readWrite)
        let run = try StudyRun(request(Samples.faulty, trials: 20), in: results)
        #expect(try run.run() == .complete)
        let trials = try results.trials(of: results.study(run.record.id))
        let failed = trials.filter { $0.state == .failed }
        #expect(trials.count == 20)
        #expect(failed.count == 10)
        #expect(failed.allSatisfy { $0.reason?.hasPrefix("faulty.lua:5: odd") == true })
    }

    @Test func aTimeLimitEndsAnEndlessScriptAndKeepsTheStudy() throws {
        let results = try home.workbench.results(.readWrite)
        var request = request(Samples.endless)
        request.timeLimit = .milliseconds(300)
        let run = try StudyRun(request, in: results)
        let start = ContinuousClock.now
        #expect(try run.run() == .timedOut)
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(try results.study(run.record.id).state == .timedOut)
    }

    @Test func aTrialThatTakesTooLongFailsAlone() throws {
        let results = try home.workbench.results(.readWrite)
        var request = request(Samples.endless, trials: 2)
        request.trialTimeLimit = .milliseconds(100)
        let run = try StudyRun(request, in: results)
        #expect(try run.run() == .complete)
        let trials = try results.trials(of: results.study(run.record.id))
        #expect(trials.count == 2)
        #expect(trials.allSatisfy { $0.state == .failed && $0.isTimed })
    }

    @Test func aResumedStudyIsTheUndisturbedOne() throws {
        let results = try home.workbench.results(.readWrite)
        let whole = try StudyRun(request(Samples.crossover, trials: 60), in: results)
        let first = try StudyRun(request(Samples.crossover, trials: 25), in: results)
        _ = try (whole.run(), first.run())
        let record = try results.study(first.record.id)
        let rest = try StudyRun(resuming: record, with: request(Samples.crossover, trials: 60), in: results)
        #expect(try rest.run() == .complete)
        #expect(try table(whole, in: results) == table(rest, in: results))
    }

    @Test func aStudyIsNotResumedWithAnotherSeedOrScript() throws {
        let results = try home.workbench.results(.readWrite)
        let run = try StudyRun(request(Samples.crossover, trials: 5), in: results)
        _ = try run.run()
        let record = try results.study(run.record.id)
        var other = request(Samples.crossover, trials: 10)
        other.seed = 8
        #expect(throws: ResearchError.cannotResume(study: "s1", what: "the seed was 7 and is 8")) {
            try StudyRun(resuming: record, with: other, in: results)
        }
        let changed = StrategyScript(
            name: "crossover", path: "crossover.lua", text: Samples.crossover.text + "\n-- changed")
        #expect(throws: ResearchError.cannotResume(study: "s1", what: "the script crossover has changed since")) {
            try StudyRun(resuming: record, with: request(changed), in: results)
        }
    }

    @Test func aRequestThatMakesNoSenseStoresNothing() throws {
        let results = try home.workbench.results(.readWrite)
        var noMetric = request(Samples.crossover)
        noMetric.objective = Objective(metric: "luck")
        #expect(throws: ResearchError.self) { try StudyRun(noMetric, in: results) }
        var noTrials = request(Samples.crossover)
        noTrials.trials = 0
        #expect(throws: ResearchError.self) { try StudyRun(noTrials, in: results) }
        #expect(try results.studies().isEmpty)
    }

    @Test func twoDoNotWorkOnOneStudy() throws {
        let results = try home.workbench.results(.readWrite)
        let run = try StudyRun(request(Samples.crossover, trials: 5), in: results)
        let record = try results.study(run.record.id)
        #expect(throws: StoreError.claimedStudy(.study(1))) {
            try StudyRun(resuming: record, with: request(Samples.crossover, trials: 10), in: results)
        }
        _ = try run.run()
        let rest = try StudyRun(resuming: record, with: request(Samples.crossover, trials: 10), in: results)
        #expect(try rest.run() == .complete)
    }

    @Test func aStudyThatFailsBeforeItsFirstTrialLeavesNothing() throws {
        let results = try home.workbench.results(.readWrite)
        let script = StrategyScript(
            name: "never", path: "never.lua",
            text: """
                return {
                  space = { a = space.integer(1, 1000000, {default = 7}), b = space.integer(1, 1000000, {default = 7}) },
                  where = function(p) return p.a == 7 and p.b == 7 end,
                  signals = function(candles, p) end,
                }
                """)
        let run = try StudyRun(request(script), in: results)
        #expect(throws: SearchError.self) { try run.run() }
        #expect(try results.studies().isEmpty)
    }
}
