import Lua
import Metrics
import Search
import Simulation
import Strategies

/// A study as the place is told that evaluates its trials: a request without its candles.
struct StudyOrder: Sendable {
    let script: StrategyScript
    /// In place of what the strategy says.
    let warmup: Int?
    let sampler: String
    /// nil: 100, or for a grid all of it.
    let trials: Int?
    let seed: Seed
    let objective: Objective
    let settings: SimulationSettings
    let workers: Int
    let timeLimit: Duration
    let trialTimeLimit: Duration

    /// What is computed and stored of each trial.
    var metrics: [Metric] {
        MetricCatalog.stored(objective: objective.metric)
    }

    /// Which of them is pursued.
    var objectiveIndex: Int { metrics.firstIndex { $0.name == objective.metric } ?? 0 }

    /// Trials at most: as asked, else 100, or for a grid all points.
    func trialLimit(in space: SearchSpace) throws -> Int {
        if let trials { return trials }
        return sampler == "grid" ? space.count ?? .max : 100
    }

    /// For one trial, and for each call of `where`.
    var limits: LuaLimits { LuaLimits(time: trialTimeLimit) }

    /// Reading the script is no trial, so the limit of the whole search holds it, too.
    var readingLimits: LuaLimits { LuaLimits(time: min(trialTimeLimit, timeLimit)) }
}

extension StudyOrder {
    init(_ request: StudyRequest) {
        self.init(
            script: request.script, warmup: request.warmup, sampler: request.sampler, trials: request.trials,
            seed: Seed(request.seed), objective: request.objective, settings: request.settings,
            workers: request.workers, timeLimit: request.timeLimit, trialTimeLimit: request.trialTimeLimit)
    }
}
