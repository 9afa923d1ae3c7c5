import Candles
import Search
import Simulation
import Store
import Strategies
import Synchronization

/// One search, from its first trial to its last, every trial in the store.
package final class StudyRun: Sendable {
    /// The study as it was stored at the start.
    package let record: StudyRecord
    /// The candles it works on, warm-up included.
    package let candles: CandleSeries
    private let runner: any RunningStudy
    /// A study that fails before its first trial leaves nothing behind.
    private let isNew: Bool
    /// Keeps other processes off the study until this one has ended.
    private let claim: Mutex<StudyClaim?>
    private let results: ResultStore

    /// A new study; what is wrong with the request is thrown before anything is stored.
    ///
    /// The script runs in a child process where there is a wall, else in this one. `results` are opened while the child
    /// starts.
    package convenience init(
        _ request: StudyRequest, behind wall: Wall? = nil, in results: @autoclosure () throws -> ResultStore
    ) throws {
        try self.init(request, behind: wall, in: results, resuming: nil)
    }

    /// Goes on with `record`, which a limit, a person or a power cut has ended early.
    ///
    /// The script, the candles and all that decides the numbers must be as they were; `cannotResume` says what is not.
    package convenience init(
        resuming record: StudyRecord, with request: StudyRequest, behind wall: Wall? = nil, in results: ResultStore
    ) throws {
        try self.init(request, behind: wall, in: { results }, resuming: record)
    }

    private init(
        _ request: StudyRequest, behind wall: Wall?, in open: () throws -> ResultStore, resuming earlier: StudyRecord?
    ) throws {
        try request.check()
        let order = StudyOrder(request)
        let site: any StudySite = try wall.map { try StudySupervisor(order, behind: $0) } ?? LocalStudySite(order)
        let results = try open()
        let outline = try site.outline()
        let candles = try request.selection.withWarmup(outline.warmup)
        let plan = StudyPlan(
            provenance: Provenance(
                strategy: outline.strategy, script: request.script, candles: candles, settings: request.settings),
            sampler: request.sampler, seed: Seed(request.seed), trials: outline.trials, objective: request.objective)
        let names = order.metrics.map(\.name)

        var done: [Trial] = []
        var claim: StudyClaim?
        if let earlier {
            try earlier.check(resumedAs: plan)
            claim = try results.claim(earlier.id)
            done = try results.history(of: earlier, metrics: names)
        }
        try site.begin(candles, earlier: done)
        let record = try earlier ?? results.createStudy(plan)
        do {
            self.claim = Mutex(try claim ?? results.claim(record.id))
            runner = try site.runner { trials in
                try results.insert(trials, into: record, metrics: names)
            } history: {
                try results.history(of: record, metrics: names)
            }
        } catch {
            if earlier == nil { try? results.removeStudy(record.id) }
            throw error
        }
        isNew = earlier == nil
        self.record = record
        self.candles = candles
        self.results = results
        if earlier != nil {
            try results.setTrials(plan.trials, ofStudy: record.id)
            try results.setState(.running, ofStudy: record.id)
        }
    }

    package var progress: StudyProgress { runner.progress }

    /// How many trials the store holds by now; 0 where it cannot tell.
    package var keptTrials: Int {
        guard let summary = try? results.summary(ofStudy: record.id) else { return 0 }
        return summary.complete + summary.pruned + summary.failed
    }

    /// Ends the search soon, keeping what is done; from any thread.
    package func cancel() {
        runner.cancel()
    }

    /// Runs until the trials, the space, the time or somebody's patience is at an end, and stores which.
    package func run() throws -> StudyState {
        defer { claim.withLock { $0 = nil } }
        do {
            let state = try runner.run()
            try results.setState(state, ofStudy: record.id)
            return state
        } catch {
            // The fault is what matters; a store that fails, too, has no more to say.
            if isNew && runner.progress.done == 0 {
                try? results.removeStudy(record.id)
            } else {
                try? results.setState(.failed, reason: String(describing: error), ofStudy: record.id)
            }
            throw error
        }
    }
}

extension StudyRecord {
    /// Refuses a plan that would give other numbers than the study's own.
    fileprivate func check(resumedAs new: StudyPlan) throws(ResearchError) {
        let (old, id) = (plan, resultID.description)
        func same<Value: Equatable>(_ name: String, _ before: Value, _ now: Value) throws(ResearchError) {
            if before != now {
                throw .cannotResume(study: id, what: "\(name) was \(before) and is \(now)")
            }
        }
        guard old.provenance.scriptHash == new.provenance.scriptHash else {
            throw .cannotResume(study: id, what: "the script \(old.provenance.strategy) has changed since")
        }
        guard old.provenance.candles == new.provenance.candles else {
            throw .cannotResume(study: id, what: "the candles are others than those it began with")
        }
        try same("the sampler", old.sampler, new.sampler)
        try same("the seed", old.seed.value, new.seed.value)
        try same("the objective", old.objective, new.objective)
        let (before, now) = (old.provenance.settings, new.provenance.settings)
        try same("the fee", before.costs.fee, now.costs.fee)
        try same("the slippage", before.costs.slippage, now.costs.slippage)
        try same("the fill rule", before.fillRule.rawValue, now.fillRule.rawValue)
        try same("the starting cash", before.startingCash, now.startingCash)
        try same("days a year", before.daysPerYear?.description ?? "365", now.daysPerYear?.description ?? "365")
        try same("the way of simulating", before.way, now.way)
        try same("the engine", old.provenance.engineVersion, new.provenance.engineVersion)
    }
}
