import Candles
import Search
import Simulation
import Store

/// Studies and trials to store.
enum Sample {
    static let metrics = ["total_return", "sharpe", "max_drawdown", "trades"]

    static let slice = CandleSlice(
        symbol: "BTC_USDT", timeframe: "5m", firstTime: 1_700_000_000_000, lastTime: 1_703_149_700_000, count: 10_500,
        contentHash: "c0ffee")

    static let provenance = Provenance(
        strategy: "sma_crossover", script: "return { name = \"sma_crossover\" }\n", scriptHash: "5eed", candles: slice,
        lookbackCandles: 10_000, warmupCandles: 500,
        settings: SimulationSettings(
            costs: Costs(fee: 0.002, slippage: 0.0005), fillRule: .close, startingCash: 5_000, way: .walk),
        engineVersion: "0.1")

    static func plan(_ direction: Direction = .maximize, metric: String = "sharpe", trials: Int = 100) -> StudyPlan {
        StudyPlan(
            provenance: provenance, sampler: "random", seed: Seed(.max), trials: trials,
            objective: Objective(metric: metric, direction: direction))
    }

    /// A complete trial with this Sharpe ratio.
    static func trial(_ number: Int, sharpe: Double) -> Trial {
        Trial(
            number: number, parameters: Parameters(["fast": .integer(number + 5), "ratio": .real(0.5)]),
            outcome: .complete([Double(number) / 8, sharpe, 0.25, 12]), duration: UInt64(1000 * (number + 1)), worker: 1
        )
    }

    static func failure(_ number: Int, _ reason: String) -> Trial {
        Trial(
            number: number, parameters: Parameters(["fast": .integer(number)]), outcome: .failed(reason: reason),
            duration: 5, worker: 0)
    }
}
