import Foundation
import Synchronization
import Testing

@testable import Search

/// A runner that its own closures can reach.
final class RunnerBox: Sendable {
    private let held = Monitor<StudyRunner?>(nil)

    var runner: StudyRunner? {
        get { held.change { $0 } }
        set { held.change { $0 = newValue } }
    }
}

@Suite(.serialized) struct StudyRunnerTests {
    private func endless(workers: Int, timeLimit: Duration? = nil, shelf: Shelf = Shelf()) throws -> StudyRunner {
        StudyRunner(
            try Study(settings(try crossingSpace(), trials: nil)), workers: workers, timeLimit: timeLimit,
            evaluator: { _ in EndlessEvaluator() }, sink: shelf.store)
    }

    /// More workers than cores, each spinning, so that the clock has to fight for its time.
    @Test func cancelStopsEndlessTrials() throws {
        let runner = try endless(workers: 8)
        let thread = try OwnThread("canceller") {
            usleep(300_000)
            runner.cancel()
        }
        #expect(try runner.run() == .interrupted)
        thread.join()
        #expect(runner.progress.done == 0)
        #expect(runner.progress.state == .interrupted)
        // Far from the second that is promised, which a busy machine may not keep: what is wrong here never ends.
        #expect(runner.progress.elapsed < .seconds(20))
    }

    @Test func theTimeLimitStopsEndlessTrials() throws {
        let shelf = Shelf()
        let runner = try endless(workers: 8, timeLimit: .milliseconds(300), shelf: shelf)
        #expect(try runner.run() == .timedOut)
        #expect(shelf.trials.isEmpty)
        #expect(runner.progress.elapsed >= .milliseconds(300))
    }

    @Test func aCancelBeforeTheRunEndsItAtOnce() throws {
        let runner = try endless(workers: 2)
        runner.cancel()
        #expect(try runner.run() == .interrupted)
    }

    @Test func theTimeLimitStopsAnEndlessConstraint() throws {
        let flag = StopFlag()
        let study = try Study(
            settings(try crossingSpace()),
            constraint: {
                Constraint(stopHandle: { flag.value.store(true, ordering: .relaxed) }) { _ in
                    while !flag.value.load(ordering: .relaxed) {}
                    throw TestFault(text: "stopped")
                }
            })
        let runner = StudyRunner(
            study, workers: 2, timeLimit: .milliseconds(200), evaluator: { _ in PausingEvaluator() }, sink: { _ in })
        #expect(try runner.run() == .timedOut)
    }

    @Test func whatEndedBeforeTheStopIsStored() throws {
        let shelf = Shelf()
        let runner = StudyRunner(
            try Study(settings(try crossingSpace(), trials: nil)), workers: 3, timeLimit: .milliseconds(250),
            evaluator: { _ in PausingEvaluator(pause: 2000) }, sink: shelf.store)
        #expect(try runner.run() == .timedOut)
        #expect(shelf.trials.count == runner.progress.done)
        #expect(!shelf.trials.isEmpty)
    }

    @Test func aSinkThatThrowsEndsTheStudy() throws {
        let runner = StudyRunner(
            try Study(settings(try crossingSpace(), trials: nil)), workers: 3,
            evaluator: { _ in PausingEvaluator(pause: 200) }, sink: { _ in throw TestFault(text: "disk full") })
        #expect(throws: TestFault(text: "disk full")) { try runner.run() }
        #expect(runner.progress.state == .failed)
    }

    @Test func aFullDiskAtTheVeryEndIsTold() throws {
        let runner = StudyRunner(
            try Study(settings(try crossingSpace(), trials: 3)), workers: 1,
            evaluator: { _ in PausingEvaluator() }, sink: { _ in throw TestFault(text: "disk full") })
        #expect(throws: TestFault(text: "disk full")) { try runner.run() }
        #expect(runner.progress.state == .failed)
    }

    @Test func aWorkerThatCannotBeMadeEndsTheStudy() throws {
        let runner = StudyRunner(
            try Study(settings(try crossingSpace(), trials: nil)), workers: 3,
            evaluator: { worker in
                if worker == 2 { throw TestFault(text: "no state") }
                return PausingEvaluator(pause: 200)
            }, sink: { _ in })
        #expect(throws: TestFault(text: "no state")) { try runner.run() }
    }

    @Test func aFaultOfTheConstraintEndsTheStudyAndKeepsWhatIsDone() throws {
        let shelf = Shelf()
        let calls = Atomic(0)
        let study = try Study(
            settings(try crossingSpace(), trials: nil),
            constraint: {
                Constraint { _ in
                    if calls.add(1, ordering: .relaxed).newValue > 2000 { throw TestFault(text: "where") }
                    return true
                }
            })
        let runner = StudyRunner(
            study, workers: 2, evaluator: { _ in PausingEvaluator(pause: 50) }, sink: shelf.store)
        #expect(throws: TestFault(text: "where")) { try runner.run() }
        #expect(shelf.trials.count == runner.progress.done)
    }

    @Test func aConstraintIsMadeAndUsedOnOneThread() throws {
        let threads = Monitor<Set<String>>([])
        @Sendable func note() {
            let name = (try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)) ?? ""
            threads.change { _ = $0.insert(name) }
        }
        let study = try Study(
            settings(try crossingSpace()),
            constraint: {
                note()
                return Constraint { _ in
                    note()
                    return true
                }
            })
        let runner = StudyRunner(study, workers: 3, evaluator: { _ in PausingEvaluator() }, sink: { _ in })
        _ = try runner.run()
        #expect(threads.change { $0 } == ["sampler\n"])
    }

    @Test func noThreadIsLeft() throws {
        for _ in 0..<20 {
            let runner = StudyRunner(
                try Study(settings(try crossingSpace(), trials: 50)), workers: 4,
                evaluator: { _ in PausingEvaluator() }, sink: { _ in })
            #expect(try runner.run() == .complete)
        }
        #expect(!threadNames().contains { $0.hasPrefix("worker ") || $0 == "sampler" || $0 == "writer" })
    }

    @Test func aTrialEndedByItsOwnLimitIsStored() throws {
        struct TimedEvaluator: Evaluator {
            var stopHandle: @Sendable () -> Void { {} }

            func evaluate(number: Int, parameters: Parameters, seed: Seed) -> Evaluation {
                Evaluation(.failed(reason: "took longer than 1 s"), isTimed: true)
            }
        }
        let shelf = Shelf()
        let runner = StudyRunner(
            try Study(settings(try crossingSpace(), trials: 10)), workers: 2, evaluator: { _ in TimedEvaluator() },
            sink: shelf.store)
        #expect(try runner.run() == .complete)
        #expect(shelf.trials.count == 10 && shelf.trials.allSatisfy(\.isTimed))
    }

    /// A finished trial does not wait for a long one that the same worker took with it.
    @Test func aHungTrialHoldsUpNoFinishedOne() throws {
        struct HangingEvaluator: Evaluator {
            let isFree: StopFlag
            var stopHandle: @Sendable () -> Void { { [isFree] in isFree.value.store(true, ordering: .relaxed) } }

            func evaluate(number: Int, parameters: Parameters, seed: Seed) -> Evaluation {
                while number == 400, !isFree.value.load(ordering: .relaxed) { usleep(1000) }
                return Evaluation(.complete([0, 0]))
            }
        }
        let (shelf, isFree) = (Shelf(), StopFlag())
        let runner = StudyRunner(
            try Study(settings(try crossingSpace(), trials: 401)), workers: 1,
            evaluator: { _ in HangingEvaluator(isFree: isFree) },
            sink: { trials in
                shelf.store(trials)
                if shelf.trials.count == 400 { isFree.value.store(true, ordering: .relaxed) }
            })
        #expect(try runner.run() == .complete)
        #expect(shelf.trials.count == 401)
    }

    @Test func progressTellsWhatEachWorkerDoes() throws {
        let runner = try endless(workers: 2)
        let thread = try OwnThread("watcher") {
            while runner.progress.workers.contains(where: { $0.trial == nil }) { usleep(1000) }
            let progress = runner.progress
            #expect(Set(progress.workers.compactMap(\.trial)) == [0, 1])
            #expect(progress.state == .running && progress.done == 0 && progress.timeToGo == nil)
            runner.cancel()
        }
        _ = try runner.run()
        thread.join()
    }

    @Test func progressCountsEarlierTrialsButNotInTheRate() throws {
        let settings = settings(try crossingSpace(), trials: 100)
        let earlier = try runAlone(try Study(settings)).prefix(60)
        let runner = StudyRunner(
            try Study(settings, resuming: Array(earlier)), workers: 2, evaluator: { _ in PausingEvaluator() },
            sink: { _ in })
        _ = try runner.run()
        let progress = runner.progress
        #expect(progress.done == 100 && progress.doneInRun == 40 && progress.total == 100)
        #expect(progress.timeToGo == .zero)
        #expect(progress.best != nil)
    }
}
