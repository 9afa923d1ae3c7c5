/// The whole search: numbers its trials, asks its sampler for their parameters and hears how they ended.
///
/// A class with two locks and not an actor, because those who ask and tell are threads of their own, which cannot
/// await; two locks, so that telling never waits for a sampler that thinks.
package final class Study: Sendable {
    package let settings: StudySettings
    private let constraint: ConstraintMaker?
    private let asking: Monitor<Asking>
    private let ledger: Monitor<Ledger>

    /// `earlier` are the trials that earlier starts have stored, in any order: their numbers are not asked again, and
    /// every other number gets the parameters it would have got in one undisturbed run.
    package convenience init(
        _ settings: StudySettings, constraint: ConstraintMaker? = nil, resuming earlier: [Trial] = []
    ) throws(SearchError) {
        let sampler = try SamplerCatalog.named(settings.sampler).make(settings)
        try self.init(settings, sampler: sampler, constraint: constraint, resuming: earlier)
    }

    /// The same with a sampler that need not be in the catalog.
    init(
        _ settings: StudySettings, sampler: any Sampler, constraint: ConstraintMaker? = nil,
        resuming earlier: [Trial] = []
    ) throws(SearchError) {
        self.settings = settings
        self.constraint = constraint
        if let trials = settings.trials, trials < 1 { throw .noTrials(trials) }
        guard let index = settings.metrics.firstIndex(of: settings.objective.metric) else {
            throw .unknownObjective(settings.objective.metric, known: settings.metrics)
        }
        let sorted = earlier.sorted { $0.number < $1.number }
        var ledger = Ledger(
            keepsTrials: sampler.generationSize != nil,
            tally: StudyTally(objective: settings.objective, index: index))
        for (place, trial) in sorted.enumerated() {
            guard settings.space.contains(trial.parameters) else {
                throw .resumeDoesNotFit(trial: trial.number, parameters: trial.parameters.description)
            }
            if place > 0, sorted[place - 1].number == trial.number { throw .resumeRepeats(trial: trial.number) }
            ledger.enter(trial)
        }
        asking = Monitor(Asking(sampler: sampler, earlier: sorted.map { Asking.Earlier($0.number, $0.parameters) }))
        self.ledger = Monitor(ledger)
    }

    /// The constraint of the study, made anew on the thread that will ask, which keeps it; nil where there is none.
    package func makeConstraint() throws -> Constraint? {
        guard let made = try constraint?() else { return nil }
        let handle = made.stopHandle
        ledger.change { $0.stopHandle = handle }
        return made
    }

    /// Up to `count` new trials to evaluate; empty when there are none now (a generation has to end first) or none any
    /// more (`hasMore` is false then). What the constraint throws comes out here.
    package func ask(_ count: Int, allowing constraint: Constraint? = nil) throws -> [Proposal] {
        try asking.change { asking in
            var proposals: [Proposal] = []
            defer {
                ledger.change { ledger in
                    ledger.outstanding += proposals.count
                    if asking.isOver { ledger.total = asking.next }
                    ledger.isExhausted = asking.isExhausted
                }
            }
            while proposals.count < count, !asking.isOver {
                let number = asking.next
                if let trials = settings.trials, number >= trials {
                    asking.isOver = true
                } else if !learnBefore(number, &asking) {
                    break
                } else if let parameters = asking.recall(number) {
                    asking.sampler.recall(number, parameters)
                    asking.next += 1
                } else if let parameters = try asking.sampler.propose(number, allowing: constraint) {
                    let seed = settings.seed.trial(number)
                    proposals.append(Proposal(number: number, parameters: parameters, seed: seed))
                    asking.next += 1
                } else {
                    asking.isOver = true
                    asking.isExhausted = true
                }
            }
            return proposals
        }
    }

    /// Lets the sampler learn where `number` begins a generation; false while the one before it has not ended.
    private func learnBefore(_ number: Int, _ asking: inout Asking) -> Bool {
        guard let size = asking.sampler.generationSize, number > asking.learned, number % size == 0 else { return true }
        guard let trials = ledger.change({ $0.take(number - size..<number) }) else { return false }
        asking.sampler.learn(from: trials)
        asking.learned = number
        return true
    }

    /// These trials have ended. Any thread, any order.
    package func tell(_ trials: [Trial]) {
        ledger.change { ledger in
            for trial in trials { ledger.enter(trial) }
            ledger.outstanding -= trials.count
            precondition(ledger.outstanding >= 0, "more trials were told than asked for")
        }
    }

    /// Whether `ask` may still have something, now or after a generation.
    package var hasMore: Bool { ledger.change { $0.total == nil } }

    /// How many trials there will be at most, those of earlier starts included; nil where nothing limits them.
    package var total: Int? {
        if let total = ledger.change({ $0.total }) { return total }
        let points = settings.space.count.flatMap { $0 < .max ? $0 : nil }
        return [settings.trials, points].compactMap(\.self).min()
    }

    package var tally: StudyTally { ledger.change { $0.tally } }
    package var best: Best? { tally.best }
    package var counts: Counts { tally.counts }

    package var state: StudyState {
        ledger.change { ledger in
            if let ending = ledger.ending { return ending }
            if ledger.isOpen { return .running }
            return ledger.isExhausted ? .exhausted : .complete
        }
    }

    /// The study is over before it came to its end by itself; `state` stays complete or exhausted where it has.
    func end(as state: StudyState) {
        ledger.change { ledger in
            if ledger.isOpen || state == .failed { ledger.ending = state }
        }
    }

    /// Ends the call of the constraint that is in flight, if there is one.
    func stopConstraint() {
        let handle = ledger.change { $0.stopHandle }
        handle?()
    }
}

extension Study {
    /// The side of the sampler.
    private struct Asking {
        struct Earlier {
            let number: Int
            let parameters: Parameters

            init(_ number: Int, _ parameters: Parameters) {
                self.number = number
                self.parameters = parameters
            }
        }

        var sampler: any Sampler
        var next = 0
        var learned = 0
        var isOver = false
        var isExhausted = false
        /// Trials of earlier starts that are still to be passed, the lowest number last.
        private var earlier: [Earlier]

        init(sampler: any Sampler, earlier: [Earlier]) {
            self.sampler = sampler
            self.earlier = earlier.reversed()
        }

        mutating func recall(_ number: Int) -> Parameters? {
            earlier.last?.number == number ? earlier.popLast()?.parameters : nil
        }
    }
}
