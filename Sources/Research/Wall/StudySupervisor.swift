import Candles
import Processes
import Search

/// A study in a child process, seen from its parent: keeps the clock and the count, starts another child when one dies,
/// and finds the trial that it died of.
final class StudySupervisor: StudySite, RunningStudy {
    private struct State {
        var child: StudyChild
        var outline: StudyOutline?
        var candles: CandleSeries?
        var sink: (@Sendable ([Trial]) throws -> Void)?
        var history: (@Sendable () throws -> [Trial])?
        var investigation: Investigation
        var tally: StudyTally
        var doneBefore = 0
        var began: UInt64?
        var ended: UInt64?
        /// How it ended, once it has.
        var ending: StudyState?
        /// Somebody has had enough.
        var isCancelled = false
    }

    private let order: StudyOrder
    private let wall: Wall
    private let page: ActivityPage
    private let watch: ChildWatch
    private let state: Monitor<State>

    /// Starts the child, which loads the script while its parent goes on.
    init(_ order: StudyOrder, behind wall: Wall) throws {
        self.order = order
        self.wall = wall
        page = try ActivityPage(slots: StudyActivity.slots(workers: order.workers))
        // Loading is two runs of the script: its top, and `where` with the defaults.
        let patience = Duration.milliseconds(1500)
        let trial = order.trialTimeLimit + patience
        let loading = order.readingLimits.time * 2 + patience
        watch = try ChildWatch(page, limits: [loading, trial] + (0..<order.workers).map { _ in trial })
        do {
            let child = try StudyChild(behind: wall, page: page, watch: watch)
            state = Monitor(
                State(
                    child: child,
                    investigation: Investigation(script: order.script.path, limit: order.trialTimeLimit),
                    tally: StudyTally(objective: order.objective, index: order.objectiveIndex)))
            try child.tell(.load(order))
        } catch {
            watch.close()
            throw error
        }
    }

    deinit {
        watch.close()
        state.change { $0.child.process.kill() }
    }
}

// The study is made ready.
extension StudySupervisor {
    func outline() throws -> StudyOutline {
        try unlessItDies {
            guard case .outline(let outline) = try report() else { throw ProcessError.malformed }
            state.change { $0.outline = outline }
            return outline
        }
    }

    func begin(_ candles: CandleSeries, earlier: [Trial]) throws {
        state.change { state in
            state.candles = candles
            state.doneBefore = earlier.count
            for trial in earlier { state.tally.enter(trial) }
        }
        try unlessItDies { try send(candles, earlier, Suspicion()) }
    }

    func runner(
        sink: @escaping @Sendable ([Trial]) throws -> Void, history: @escaping @Sendable () throws -> [Trial]
    ) throws -> any RunningStudy {
        try unlessItDies {
            guard case .ready = try report() else { throw ProcessError.malformed }
        }
        state.change { state in
            state.sink = sink
            state.history = history
        }
        return self
    }

    /// A child that dies before the first trial has died of the script.
    private func unlessItDies<Result>(_ work: () throws -> Result) throws -> Result {
        do { return try work() } catch ProcessError.closed, ProcessError.malformed {
            let death = death()
            if death.cause == .hungScript { throw Investigation.hung(order.script.path, order.readingLimits.time) }
            throw Investigation.crashed(order.script.path, death.ending)
        }
    }

    private func send(_ candles: CandleSeries, _ earlier: [Trial], _ suspicion: Suspicion) throws {
        let (child, parameters) = state.change { ($0.child, $0.outline?.parameters ?? []) }
        for start in stride(from: 0, to: earlier.count, by: 4096) {
            try child.tell(
                .earlier(Array(earlier[start..<min(start + 4096, earlier.count)])), parameters: parameters)
        }
        try child.tell(.begin(candles, suspicion))
    }

    /// The next report but a fault, which is thrown.
    private func report() throws -> StudyReport {
        let (child, parameters) = state.change { ($0.child, $0.outline?.parameters ?? []) }
        let report = try child.report(parameters: parameters)
        if case .fault(let fault) = report { throw fault }
        return report
    }
}

// The study runs.
extension StudySupervisor {
    func cancel() {
        watch.expectEnd(at: monotonicTime())
        let child = state.change { state in
            state.isCancelled = true
            return state.child
        }
        try? child.tell(.cancel)
    }

    func run() throws -> StudyState {
        let began = monotonicTime()
        let deadline = began + nanoseconds(order.timeLimit)
        state.change { $0.began = began }
        watch.expectEnd(at: deadline)
        defer {
            watch.close()
            state.change { state in
                state.child.process.kill()
                state.ended = monotonicTime()
            }
        }
        var ending = try follow(until: deadline)
        while ending == nil {
            let death = death()
            if let stopped = stopped(deadline) {
                ending = stopped
            } else {
                try state.change { try $0.investigation.note(death) }
                ending = try revive(until: deadline)
            }
        }
        state.change { $0.ending = ending }
        return ending ?? .failed
    }

    /// Hears the child to its end; nil when it has died before.
    private func follow(until deadline: UInt64) throws -> StudyState? {
        do {
            let child = state.change { $0.child }
            let now = monotonicTime()
            try child.tell(.run(.nanoseconds(deadline > now ? deadline - now : 0)))
            while true {
                switch try report() {
                case .trials(let trials): try keep(trials)
                case .together: state.change { $0.investigation.goTogether() }
                case .ended(let ending): return ending
                default: throw ProcessError.malformed
                }
            }
        } catch is ProcessError {
            return nil
        }
    }

    private func keep(_ trials: [Trial]) throws {
        guard trials.allSatisfy(isPlausible) else { throw ProcessError.malformed }
        try state.change({ $0.sink })?(trials)
        state.change { state in
            for trial in trials { state.tally.enter(trial) }
            state.investigation.heard(trials.map(\.number))
        }
    }

    /// A child whose memory is damaged may send anything.
    private func isPlausible(_ trial: Trial) -> Bool {
        if case .complete(let numbers) = trial.outcome, numbers.count != order.metrics.count { return false }
        return trial.number < state.change { $0.outline?.trials ?? 0 }
    }

    /// Starts another child, which goes on from what is stored.
    private func revive(until deadline: UInt64) throws -> StudyState? {
        let (before, candles, history, suspicion) = state.change {
            ($0.outline, $0.candles, $0.history, $0.investigation.suspicion)
        }
        guard let candles, let history else { preconditionFailure("a study that was never ready does not run") }
        let earlier = try history()
        do {
            let child = try StudyChild(behind: wall, page: page, watch: watch)
            let isCancelled = state.change { state in
                state.child = child
                return state.isCancelled
            }
            if isCancelled { return .interrupted }
            try child.tell(.load(order))
            guard case .outline(let outline) = try report(), outline == before else { throw ProcessError.malformed }
            try send(candles, earlier, suspicion)
            guard case .ready = try report() else { throw ProcessError.malformed }
        } catch ProcessError.closed, ProcessError.malformed {
            return nil
        }
        return try follow(until: deadline)
    }

    /// Why the study is over though its child did not say so.
    private func stopped(_ deadline: UInt64) -> StudyState? {
        if state.change({ $0.isCancelled }) { return .interrupted }
        return monotonicTime() >= deadline ? .timedOut : nil
    }

    /// How the child died, which it has, or is about to.
    private func death() -> Investigation.Death {
        let process = state.change { $0.child.process }
        let verdict = watch.verdict
        // Of no effect on one that is dead or dying; one that only sent nonsense still lives.
        process.kill()
        let ending = process.wait()
        let trials = (0..<order.workers).compactMap { page.work(in: StudyActivity.workers + $0) }
        let isInScript = [StudyActivity.loading, StudyActivity.condition].contains { page.work(in: $0) != nil }
        let cause: Investigation.Death.Cause =
            switch verdict {
            case .hung(let slot, let work): slot >= StudyActivity.workers ? .hungTrial(work) : .hungScript
            case .silent, .late: .silent
            case nil: page.signalFromOutside != 0 ? .outside : .itself
            }
        return Investigation.Death(ending: ending, cause: cause, trials: trials, isInScript: isInScript)
    }

    var progress: StudyProgress {
        let now = monotonicTime()
        let standing = watch.standing
        return state.change { state in
            let done = state.tally.counts.done
            let points = state.outline?.points.flatMap { $0 < .max ? $0 : nil }
            return StudyProgress(
                state: state.ending ?? .running, done: done,
                total: [state.outline?.trials, points].compactMap(\.self).min(),
                doneInRun: done - state.doneBefore,
                elapsed: state.began.map { .nanoseconds((state.ended ?? now) - $0) } ?? .zero, tally: state.tally,
                workers: (0..<order.workers).map { index in
                    let current = standing[StudyActivity.workers + index]
                    return StudyProgress.Worker(
                        index: index, trial: current?.work, elapsed: current?.elapsed ?? .zero)
                })
        }
    }
}
