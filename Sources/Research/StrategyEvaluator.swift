import Candles
import Indicators
import Metrics
import Search
import Simulation
import Strategies

/// Tries a strategy with one set of parameters after another, inside one worker.
struct StrategyEvaluator: Evaluator {
    private let strategy: LuaStrategy
    private let metrics: [Metric]
    private var simulator: Simulator
    let stopHandle: @Sendable () -> Void

    init(_ strategy: LuaStrategy, market: Market, metrics: [Metric]) {
        self.strategy = strategy
        self.metrics = metrics
        simulator = Simulator(
            candles: market.candles, settings: market.settings, tables: market.tables, year: market.year)
        let stop = strategy.stopHandle
        stopHandle = { stop.stop() }
    }

    mutating func evaluate(number: Int, parameters: Parameters, seed: Seed) -> Evaluation {
        do {
            let backtest = try strategy.backtest(parameters, seed: seed, in: &simulator)
            return Evaluation(.complete(Scorecard(backtest, metrics: metrics).values))
        } catch {
            return Evaluation(
                .failed(reason: error.reason), isTimed: error.isTimed,
                traceback: error.traceback.joined(separator: "\n"))
        }
    }
}

/// What all trials of a study share: candles, settings and the tables made of them, once.
struct Market: Sendable {
    let candles: CandleSeries
    let settings: SimulationSettings
    let tables: MarketTables
    let year: TradingYear

    init(_ candles: CandleSeries, settings: SimulationSettings) {
        self.candles = candles
        self.settings = settings
        tables = MarketTables(candles)
        year = TradingYear(candles, days: settings.daysPerYear)
    }
}
