import Candles
import Indicators
import Metrics
import Search
import Strategies

/// A study whose script is loaded in this process.
struct PreparedStudy: Sendable {
    let order: StudyOrder
    let outline: StudyOutline
    let metrics: [Metric]
    private let space: SearchSpace
    private let constraint: ConstraintMaker?
    private let cache = ColumnCache()

    /// Loads the script; what is wrong with it, or with the sampler, is thrown.
    init(_ order: StudyOrder) throws {
        self.order = order
        let strategy = try LuaStrategy(order.script, limits: order.readingLimits)
        space = strategy.space
        constraint = strategy.constraintMaker
        metrics = order.metrics
        outline = StudyOutline(
            strategy: strategy.name, warmup: try order.warmup ?? strategy.largestWarmup(),
            trials: try order.trialLimit(in: space), parameters: space.dimensions.map(\.name), points: space.count)
        _ = try study()
    }

    /// The study, in which the trials of earlier starts are known. `guarded` may stand between it and `where`.
    func study(
        resuming earlier: [Trial] = [], guarded: @escaping @Sendable (Constraint) -> Constraint = { $0 }
    ) throws -> Study {
        let maker = constraint.map { make -> ConstraintMaker in { guarded(try make()) } }
        return try Study(
            StudySettings(
                space: space, sampler: order.sampler, seed: order.seed, trials: outline.trials,
                objective: order.objective, metrics: metrics.map(\.name)),
            constraint: maker, resuming: earlier)
    }

    /// An evaluator for the thread that calls.
    func evaluator(_ market: Market) throws -> StrategyEvaluator {
        StrategyEvaluator(
            try LuaStrategy(order.script, cache: cache, limits: order.limits), market: market, metrics: metrics)
    }
}
