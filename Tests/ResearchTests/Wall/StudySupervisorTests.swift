import Foundation
import Research
import Search
import Store
import Testing

/// Searches in a child process, whose faults are played.
@Suite(.timeLimit(.minutes(15))) struct StudySupervisorTests {
    private let home = TemporaryHome()
    private let results: ResultStore
    /// The table of the same search without a wall and without a fault.
    private let undisturbed: [String]

    init() throws {
        results = try home.workbench.results(.readWrite)
        let run = try StudyRun(home.request(), in: results)
        _ = try run.run()
        undisturbed = try home.table(run, in: results)
    }

    private func run(_ tested: TestedWall, workers: Int = 2) throws -> (run: StudyRun, trials: [TrialRecord]) {
        var request = home.request(workers: workers)
        request.trialTimeLimit = .milliseconds(500)
        let run = try StudyRun(request, behind: tested.wall, in: results)
        #expect(try run.run() == .complete)
        #expect(tested.children.isEmpty)
        return (run, try results.trials(of: results.study(run.record.id)))
    }

    @Test(arguments: [1, 2, 8]) func theWallChangesNoByte(workers: Int) throws {
        let (run, _) = try run(TestedWall(), workers: workers)
        #expect(try home.table(run, in: results) == undisturbed)
        #expect(run.progress.done == 100 && run.progress.failed == 0 && run.progress.state == .complete)
    }

    @Test(arguments: [1, 3, 8]) func aTrialThatCrashesIsMarkedAndAllOthersComplete(workers: Int) throws {
        let (run, trials) = try run(TestedWall("crash=17,60"), workers: workers)
        let reason = "crashed: crossover.lua ended its process by signal 11 (segmentation fault)"
        #expect(trials.filter { $0.state == .failed }.map(\.number) == [17, 60])
        #expect(trials.filter { $0.state == .failed }.allSatisfy { $0.reason == reason && !$0.isTimed })
        let table = try home.table(run, in: results)
        #expect(table.count == 100)
        #expect(zip(table, undisturbed).enumerated().allSatisfy { $0 == 17 || $0 == 60 || $1.0 == $1.1 })
    }

    @Test func whereTrialsCrashTheTableStillDoesNotDependOnWorkers() throws {
        let tables = try [1, 2, 8].map { workers in
            try home.table(run(TestedWall("crash=0,1,2,50,99"), workers: workers).run, in: results)
        }
        #expect(tables[0] == tables[1] && tables[0] == tables[2])
    }

    @Test func aTrialThatEndsItsProcessQuietlyIsMarked() throws {
        let (_, trials) = try run(TestedWall("exit=8"))
        #expect(trials.filter { $0.state == .failed }.map(\.number) == [8])
        #expect(trials[8].reason == "crashed: crossover.lua ended its process by exit code 3")
    }

    @Test func aTrialThatHangsIsKilledAndMarked() throws {
        let (_, trials) = try run(TestedWall("hang=5"))
        #expect(trials.filter { $0.state == .failed }.map(\.number) == [5])
        #expect(trials[5].reason == "hung: crossover.lua did not end within 0.5 seconds and could not be stopped")
        #expect(trials[5].isTimed)
    }

    @Test func aCrashWhileTheScriptIsLoadedEndsTheSearchBeforeAnythingIsStored() throws {
        let before = try results.studies().count
        let error = #expect(throws: StudyFault.self) {
            try StudyRun(home.request(), behind: TestedWall("load=crash").wall, in: results)
        }
        #expect(error?.description == "crossover.lua ended its process by signal 11 (segmentation fault)")
        #expect(error?.kind == .badInput)
        #expect(try results.studies().count == before)
    }

    @Test func aHangWhileTheScriptIsLoadedEndsTheSearch() throws {
        var request = home.request()
        request.trialTimeLimit = .milliseconds(100)
        let error = #expect(throws: StudyFault.self) {
            try StudyRun(request, behind: TestedWall("load=hang").wall, in: results)
        }
        #expect(error?.description == "crossover.lua did not end within 0.1 seconds and could not be stopped")
        #expect(error?.kind == .limit)
    }

    @Test(arguments: [0, 90]) func aCrashInWhereEndsTheSearch(call: Int) throws {
        let tested = TestedWall("where=\(call)")
        let run = try StudyRun(home.request(), behind: tested.wall, in: results)
        let error = #expect(throws: StudyFault.self) { try run.run() }
        #expect(error?.description == "crossover.lua ended its process by signal 11 (segmentation fault)")
        #expect(tested.children.isEmpty)
    }

    @Test func faultsOfAScriptCrossWithTheirTextAndKind() throws {
        var request = StudyRequest(script: Samples.script("return 5"), selection: Samples.candles())
        let plain = #expect(throws: (any Error).self) { try StudyRun(request, in: results) }
        let crossed = #expect(throws: StudyFault.self) {
            try StudyRun(request, behind: TestedWall().wall, in: results)
        }
        #expect(crossed?.description == plain.map { "\($0)" })
        #expect(crossed?.kind == .badInput)
        request = home.request()
        request.sampler = "magic"
        let sampler = #expect(throws: StudyFault.self) {
            try StudyRun(request, behind: TestedWall().wall, in: results)
        }
        #expect(sampler?.description == "there is no sampler magic; there are grid, random")
        #expect(sampler?.kind == .usage)
    }

    @Test func aStudyGoesOnFromWhatIsStored() throws {
        let first = try StudyRun(home.request(trials: 30), behind: TestedWall().wall, in: results)
        #expect(try first.run() == .complete)
        let rest = try StudyRun(
            resuming: results.study(first.record.id), with: home.request(), behind: TestedWall().wall, in: results)
        #expect(try rest.run() == .complete)
        #expect(rest.progress.done == 100 && rest.progress.doneInRun == 70)
        #expect(try home.table(rest, in: results) == undisturbed)
    }

    @Test func aCancellationIsHeardEvenByAChildThatHearsNothing() throws {
        let tested = TestedWall("hang=3")
        var request = home.request()
        request.trialTimeLimit = .seconds(600)
        let run = try StudyRun(request, behind: tested.wall, in: results)
        Thread.detachNewThread {
            usleep(300_000)
            run.cancel()
        }
        #expect(try run.run() == .interrupted)
        #expect(tested.children.isEmpty)
        #expect(try results.study(run.record.id).state == .interrupted)
    }

    @Test func theTimeLimitHoldsEvenWhereTheChildHearsNothing() throws {
        let tested = TestedWall("hang=3")
        var request = home.request()
        request.trialTimeLimit = .seconds(600)
        request.timeLimit = .milliseconds(400)
        let run = try StudyRun(request, behind: tested.wall, in: results)
        #expect(try run.run() == .timedOut)
        #expect(tested.children.isEmpty)
    }

    @Test func aStudyThatNeverRunsLeavesNoProcess() throws {
        let tested = TestedWall()
        do {
            let run = try StudyRun(home.request(), behind: tested.wall, in: results)
            #expect(tested.children.count == 1)
            withExtendedLifetime(run) {}
        }
        #expect(tested.children.isEmpty)
    }

    @Test func aProgramThatIsNotThereIsAnError() {
        #expect(throws: (any Error).self) {
            try StudyRun(home.request(), behind: Wall(program: "/nowhere", arguments: []), in: results)
        }
    }
}
