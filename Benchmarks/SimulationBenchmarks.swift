// The simulator runs once a trial and is, beside the masks, what a trial costs when its columns are cached. Jumping
// costs what the trades cost, walking what the candles cost; metrics follow each, tables come once a slice of candles.

import Candles
import Metrics
import Simulation

enum SimulationBenchmarks {
    static var all: [Subject] {
        let (jump, walk) = (SimulationSettings.Way.jump, SimulationSettings.Way.walk)
        return [
            backtest("jump.crossing", crossing, jump, on: Samples.tenThousand),
            backtest("walk.crossing", crossing, walk, on: Samples.tenThousand),
            backtest("jump.bracket", bracket, jump, on: Samples.tenThousand),
            backtest("walk.bracket", bracket, walk, on: Samples.tenThousand),
            backtest("jump.million", crossing, jump, on: Samples.million),
            backtest("walk.million", crossing, walk, on: Samples.million),
            Subject("simulation.metrics") {
                let candles = Samples.tenThousand
                var simulator = Simulator(candles: candles, settings: SimulationSettings())
                let result = simulator.run(crossing(candles))
                return Work(per: "backtest of \(result.trades.count) trades, all metrics") {
                    keep(Scorecard(result))
                }
            },
            Subject("simulation.tables") {
                let candles = Samples.tenThousand
                return Work(per: "candle of 10,000, once a study", count: candles.count) {
                    keep(MarketTables(candles))
                }
            },
        ]
    }

    private static func backtest(
        _ name: String, _ signals: @escaping (CandleSeries) -> Signals, _ way: SimulationSettings.Way,
        on candles: @autoclosure @escaping () -> CandleSeries
    ) -> Subject {
        Subject("simulation.\(name)") {
            let candles = candles()
            let signals = signals(candles)
            var simulator = Simulator(candles: candles, settings: SimulationSettings(way: way))
            let trades = simulator.run(signals).trades.count
            return Work(
                per: "backtest of \(CountText.text(candles.count, "candle")), \(CountText.text(trades, "trade"))"
            ) {
                keep(simulator.run(signals))
            }
        }
    }

    /// In while the average of 20 candles is above that of 100.
    private static func crossing(_ candles: CandleSeries) -> Signals {
        let (fast, slow) = (candles.close.simpleMovingAverage(20), candles.close.simpleMovingAverage(100))
        return Signals(long: .init(entry: .crossover(fast, slow), exit: .crossunder(fast, slow)))
    }

    /// The same with a stop at 2 % and a target at 4 %.
    private static func bracket(_ candles: CandleSeries) -> Signals {
        var signals = crossing(candles)
        signals.stopLoss = .constant(0.02)
        signals.takeProfit = .constant(0.04)
        return signals
    }
}
