/// How a running study stands.
package struct StudyProgress: Sendable {
    /// One worker: the trial it works on and for how long; nil between trials.
    package struct Worker: Sendable {
        package let index: Int
        package let trial: Int?
        package let elapsed: Duration

        package init(index: Int, trial: Int?, elapsed: Duration) {
            self.index = index
            self.trial = trial
            self.elapsed = elapsed
        }
    }

    package let state: StudyState
    /// Trials that have ended, those of earlier starts included.
    package let done: Int
    /// How many there will be at most; nil where nothing limits them.
    package let total: Int?
    /// Trials that have ended in this run, and how long it takes so far.
    package let doneInRun: Int
    package let elapsed: Duration
    package let best: Study.Best?
    package let failed: Int
    package let commonestReason: String?
    package let workers: [Worker]

    package init(
        state: StudyState, done: Int, total: Int?, doneInRun: Int, elapsed: Duration, tally: StudyTally,
        workers: [Worker]
    ) {
        self.state = state
        self.done = done
        self.total = total
        self.doneInRun = doneInRun
        self.elapsed = elapsed
        best = tally.best
        failed = tally.counts.failed
        commonestReason = tally.counts.commonestReason
        self.workers = workers
    }

    /// Trials a second in this run.
    package var rate: Double {
        let seconds = elapsed / .seconds(1)
        return seconds > 0 ? Double(doneInRun) / seconds : 0
    }

    /// At this rate; nil while nothing has ended or where nothing limits the trials.
    package var timeToGo: Duration? {
        guard let total, rate > 0 else { return nil }
        return .seconds(Double(max(total - done, 0)) / rate)
    }
}
