/// What decides the trials of a study: two studies of equal settings (and evaluations) have equal trial tables.
package struct StudySettings: Sendable {
    package let space: SearchSpace
    /// A name in `SamplerCatalog`.
    package let sampler: String
    package let seed: Seed
    /// How many trials at most; nil: until the space is exhausted or the time is over.
    package let trials: Int?
    package let objective: Objective
    /// The names of the numbers of a complete trial, in order; the objective's metric is among them.
    package let metrics: [String]

    package init(
        space: SearchSpace, sampler: String = "random", seed: Seed = Seed(1), trials: Int? = 100,
        objective: Objective, metrics: [String]
    ) {
        self.space = space
        self.sampler = sampler
        self.seed = seed
        self.trials = trials
        self.objective = objective
        self.metrics = metrics
    }
}

/// How far a study is, and how it ended; the raw value is what the database holds.
package enum StudyState: String, Sendable, CaseIterable {
    case running
    /// As many trials as were asked for.
    case complete
    /// Every point that can be tried has been.
    case exhausted
    case timedOut = "timed_out"
    /// Ctrl-C, or a cancellation by the program.
    case interrupted
    /// A fault outside of any trial: in the constraint, in storing, in making a worker.
    case failed
}

/// Parameters to be evaluated as trial `number`.
package struct Proposal: Sendable {
    package let number: Int
    package let parameters: Parameters
    /// The trial's own seed.
    package let seed: Seed
}
