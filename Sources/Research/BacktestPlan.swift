import Candles
import Metrics
import Search
import Simulation
import Store
import Strategies

/// One run of a strategy over candles, with parameters set by hand.
package struct BacktestPlan: Sendable {
    package let script: StrategyScript
    package let selection: CandleSelection
    /// In place of what the strategy says.
    package var warmup: Int?
    package var changes: [String: ParameterChange] = [:]
    package var settings = SimulationSettings()
    /// What the script's random numbers start from: those of trial `trial` of a study with this seed.
    package var seed = Seed(1)
    package var trial = 0

    package init(script: StrategyScript, selection: CandleSelection) {
        self.script = script
        self.selection = selection
    }

    /// Runs it here and now; `relay` is told how to stop it.
    package func run(relay: StopRelay? = nil) throws -> BacktestResult {
        defer { relay?.detach() }
        let strategy = try LuaStrategy(script, begun: { stop in relay?.attach { stop.stop() } })
        let parameters = try strategy.space.parameters(setting: changes)
        guard try strategy.allows(parameters) else {
            throw ResearchError.refusedParameters(script: script.path, parameters: parameters.description)
        }
        let candles = try selection.withWarmup(warmup ?? strategy.warmup(parameters))
        var simulator = Simulator(candles: candles, settings: settings)
        let backtest = try strategy.backtest(parameters, seed: seed.trial(trial), in: &simulator)
        return BacktestResult(
            strategy: strategy.name, parameters: parameters, backtest: backtest,
            scorecard: Scorecard(backtest),
            provenance: Provenance(
                strategy: strategy.name, script: script, candles: candles, settings: settings))
    }
}

/// What came of a backtest, and where it comes from.
package struct BacktestResult: Sendable {
    package let strategy: String
    package let parameters: Parameters
    package let backtest: Backtest
    package let scorecard: Scorecard
    package let provenance: Provenance
}
