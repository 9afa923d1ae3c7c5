import Synchronization

/// Runs a study on threads of its own: the workers, one for the sampler, one that hands trials to the sink. The thread
/// that calls `run` keeps the clock, so that neither a deadline nor a cancellation ever waits behind a worker.
///
/// A trial in flight when the study is stopped is not recorded; a resume asks for it again.
package final class StudyRunner: Sendable {
    /// Stop handles are called again this often until every worker has ended: a stop that falls between two trials
    /// may be lost on an evaluator.
    private static let repeatStop: UInt64 = 20_000_000

    private struct Control {
        var hasRun = false
        var began: UInt64?
        var ended: UInt64?
        /// Why the study stops before its end.
        var stop: StudyState?
        var fault: (any Error)?
        /// Threads that evaluate or ask.
        var living = 0
        var stopHandles: [Int: @Sendable () -> Void] = [:]
    }

    private let study: Study
    private let timeLimit: Duration?
    private let makeEvaluator: @Sendable (_ worker: Int) throws -> any Evaluator
    private let places: [Workplace]
    private let queue: ProposalQueue
    private let writer: TrialWriter
    private let control = Monitor(Control())
    private let isStopping = Atomic(false)
    private let doneBefore: Int

    /// `evaluator` is called once by each worker on its thread, and has to end by itself; `sink` on one thread, never
    /// twice at once. What either throws ends the study and comes out of `run`.
    package init(
        _ study: Study, workers: Int, timeLimit: Duration? = nil,
        evaluator: @escaping @Sendable (_ worker: Int) throws -> any Evaluator,
        sink: @escaping @Sendable ([Trial]) throws -> Void
    ) {
        precondition(workers > 0, "a study needs a worker")
        self.study = study
        self.timeLimit = timeLimit
        makeEvaluator = evaluator
        places = (0..<workers).map { _ in Workplace() }
        queue = ProposalQueue(workers: workers)
        writer = TrialWriter(places: places, sink: sink)
        doneBefore = study.counts.done
    }

    /// Runs the study to its end, which it returns: complete, exhausted, timed out or interrupted. To be called once,
    /// on a thread that may block. No thread of the study is left then, and each trial that ended has been through the
    /// sink, unless the sink threw.
    package func run() throws -> StudyState {
        let began = monotonicTime()
        control.change { control in
            precondition(!control.hasRun, "a study runner runs once")
            control.hasRun = true
            control.began = began
        }
        var threads: [OwnThread] = []
        var writing: OwnThread?
        do {
            writing = try OwnThread("writer") { [self] in write() }
            threads.append(try start("sampler") { runner in try runner.queue.fill(from: runner.study) })
            for index in places.indices {
                threads.append(try start("worker \(index)") { runner in try runner.work(index) })
            }
        } catch {
            stop(.failed, fault: error)
        }
        keepClock(deadline: timeLimit.map { began + nanoseconds($0) })
        for thread in threads { thread.join() }
        writer.close()
        writing?.join()
        let (reason, fault) = control.change { control in
            control.ended = monotonicTime()
            return (control.stop, control.fault)
        }
        if let reason { study.end(as: reason) }
        if let fault { throw fault }
        return study.state
    }

    /// Ends the study as interrupted: no further trial begins, what is in flight is stopped. Any thread may call it, at
    /// any time, but no signal handler.
    package func cancel() { stop(.interrupted) }

    package var progress: StudyProgress {
        let now = monotonicTime()
        let (began, ended) = control.change { ($0.began, $0.ended) }
        let tally = study.tally
        return StudyProgress(
            state: study.state, done: tally.counts.done, total: study.total,
            doneInRun: tally.counts.done - doneBefore,
            elapsed: began.map { .nanoseconds((ended ?? now) - $0) } ?? .zero, tally: tally,
            workers: places.enumerated().map { index, place in
                let current = place.current
                return StudyProgress.Worker(
                    index: index, trial: current?.trial,
                    elapsed: current.map { .nanoseconds(now > $0.began ? now - $0.began : 0) } ?? .zero)
            })
    }
}

// What the threads do.
extension StudyRunner {
    private func start(
        _ name: String, _ body: @escaping @Sendable (StudyRunner) throws -> Void
    ) throws(SearchError) -> OwnThread {
        control.change { $0.living += 1 }
        do {
            return try OwnThread(name) { [self] in
                do { try body(self) } catch { stop(.failed, fault: error) }
                control.change { $0.living -= 1 }
            }
        } catch {
            control.change { $0.living -= 1 }
            throw error
        }
    }

    /// Waits until all threads that evaluate or ask have ended, stops them at the deadline, and keeps stopping them.
    private func keepClock(deadline: UInt64?) {
        while true {
            let isStopping = isStopping.load(ordering: .acquiring)
            let wake = isStopping ? monotonicTime() + StudyRunner.repeatStop : deadline
            let hasEnded = control.wait(until: wake) { control -> Bool? in
                if control.living == 0 { return true }
                return !isStopping && control.stop != nil ? false : nil
            }
            if hasEnded == true { return }
            if hasEnded == nil, !isStopping { stop(.timedOut) }
            study.stopConstraint()
            for handle in control.change({ Array($0.stopHandles.values) }) { handle() }
        }
    }

    /// The first reason and the first fault count; what a stop provokes in threads that are being stopped does not.
    private func stop(_ reason: StudyState, fault: (any Error)? = nil) {
        control.change { control in
            guard control.stop == nil else { return }
            control.stop = reason
            control.fault = fault
            // Inside the lock: no stop handle may be called before workers can know why.
            isStopping.store(true, ordering: .releasing)
        }
        queue.stop()
        writer.doNotWait()
    }

    private func write() {
        do { try writer.run() } catch {
            // What cannot be stored is told even where the study was being stopped anyway.
            control.change { control in
                control.stop = .failed
                control.fault = error
            }
            stop(.failed, fault: error)
        }
    }

    private func work(_ index: Int) throws {
        var evaluator = try makeEvaluator(index)
        let handle = evaluator.stopHandle
        control.change { $0.stopHandles[index] = handle }
        defer { control.change { $0.stopHandles[index] = nil } }
        let place = places[index]
        var size = BatchSize()
        while let batch = queue.take(size.count) {
            let began = monotonicTime()
            var now = began
            var finished: [Trial] = []
            finished.reserveCapacity(batch.count)
            for proposal in batch {
                if isStopping.load(ordering: .acquiring) { break }
                place.begin(proposal.number, at: now)
                let evaluation = evaluator.evaluate(
                    number: proposal.number, parameters: proposal.parameters, seed: proposal.seed)
                let end = monotonicTime()
                if evaluation.isTimed, isStopping.load(ordering: .acquiring) { break }
                let trial = Trial(
                    number: proposal.number, parameters: proposal.parameters, outcome: evaluation.outcome,
                    duration: end - now, worker: index, isTimed: evaluation.isTimed, traceback: evaluation.traceback)
                place.finish(trial)
                finished.append(trial)
                now = end
            }
            place.rest()
            study.tell(finished)
            queue.noteTell()
            writer.announce(finished.count)
            size.adapt(trials: batch.count, duration: now - began)
        }
    }
}
