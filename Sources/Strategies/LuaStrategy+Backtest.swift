import Candles
import Search
import Simulation

extension LuaStrategy {
    /// Runs the strategy over the simulator's candles. What a script prints or draws at random starts from `seed`.
    package func backtest(
        _ parameters: Parameters, seed: Seed = Seed(1), in simulator: inout Simulator
    ) throws(StrategyError) -> Backtest {
        switch form {
        case .signals: simulator.run(try signals(simulator.candles, parameters, seed: seed))
        case .onCandle: try ask(parameters, seed: seed, in: &simulator)
        }
    }
}
