import Candles
import Metrics
import Simulation
import TestSupport
import Testing

struct MetricTests {
    @Test func theHeadlineIsInTheOrderOfTheInterface() {
        #expect(
            MetricCatalog.headline.map(\.name) == [
                "total_return", "cagr", "volatility", "sharpe", "sortino", "calmar", "max_drawdown", "trades",
                "win_rate", "profit_factor", "exposure",
            ])
        #expect(MetricCatalog.all.starts(with: MetricCatalog.headline) { $0.name == $1.name })
        #expect(MetricCatalog.all.count >= 50)
        #expect(MetricCatalog.all.allSatisfy { MetricCatalog.named($0.name)?.name == $0.name })
        #expect(MetricCatalog.named("no_such_metric") == nil)
    }

    /// Twenty returns through empyrical-reloaded 0.7.1, quantstats 0.0.86 and vectorbt 1.2.0.
    @Test func aSeriesOfReturnsHasTheNumbersOfTheLibraries() {
        let summary = Self.summary(returns: [
            0.010, -0.020, 0.015, 0.005, -0.010, 0.020, -0.005, 0.012, -0.030, 0.018,
            0.007, -0.004, 0.011, -0.015, 0.025, -0.008, 0.003, 0.009, -0.012, 0.014,
        ])
        #expect(approximatelyEqual(summary.meanReturn, 0.00225))
        #expect(approximatelyEqual(summary.deviation, 0.014639078918, absolute: 1e-12))
        #expect(approximatelyEqual(summary.downsideDeviation, 0.0096798760, absolute: 1e-10))
        #expect(approximatelyEqual(summary.finalEquity, 1.043846782273, absolute: 1e-12))
        #expect(approximatelyEqual(summary.maximumDrawdown, 0.03))
        #expect(approximatelyEqual(summary.sharpeRatio(candlesPerYear: 252), 2.4398831988, absolute: 1e-10))
        #expect(approximatelyEqual(summary.sharpeRatio(candlesPerYear: 365), 2.9363998843, absolute: 1e-10))
        #expect(approximatelyEqual(summary.sortinoRatio(candlesPerYear: 252), 3.6898863767, absolute: 1e-10))
        #expect(approximatelyEqual(summary.sortinoRatio(candlesPerYear: 365), 4.4407789417, absolute: 1e-10))
        #expect(approximatelyEqual(summary.volatility(candlesPerYear: 252), 0.2323881734, absolute: 1e-10))
        #expect(approximatelyEqual(summary.volatility(candlesPerYear: 365), 0.2796792100, absolute: 1e-10))
        let growth = summary.compoundAnnualGrowthRate(startingCash: 1, years: 20 / 252)
        #expect(approximatelyEqual(growth, 0.7172089203, absolute: 1e-10))
        #expect(approximatelyEqual(growth / summary.maximumDrawdown, 23.9069640, absolute: 1e-7))
    }

    /// Rollinger and Hoffman, Sortino: a sharper ratio.
    @Test func theSortinoRatioIsThatOfItsAuthors() {
        let summary = Self.summary(returns: [0.17, 0.15, 0.23, -0.05, 0.12, 0.09, 0.13, -0.04])
        #expect(approximatelyEqual(summary.meanReturn, 0.10))
        #expect(approximatelyEqual(summary.downsideDeviation, 0.0226385, absolute: 1e-7))
        #expect(approximatelyEqual(summary.sortinoRatio(candlesPerYear: 1), 4.41726104, absolute: 1e-8))
    }

    /// empyrical's test suite, its series of losses alone.
    @Test func lossesAloneHaveTheNumbersOfEmpyrical() {
        let summary = Self.summary(returns: [0, -0.06, -0.07, -0.01, -0.09, -0.02, -0.06, -0.08, -0.05])
        #expect(approximatelyEqual(summary.sharpeRatio(candlesPerYear: 252), -24.4068086339, absolute: 1e-9))
        #expect(approximatelyEqual(summary.sortinoRatio(candlesPerYear: 252), -13.5327430750, absolute: 1e-9))
        #expect(approximatelyEqual(summary.maximumDrawdown, 0.3659073, absolute: 1e-7))
    }

    @Test func theFirstLossIsADrawdownFromTheStartingCash() {
        #expect(approximatelyEqual(Self.summary(returns: [-0.1, 0.05, 0.02]).maximumDrawdown, 0.1))
        let equity = [110.0, 105, 120, 90, 95, 121, 119]
        #expect(Backtest.EquitySummary(equity: equity, startingCash: 100).maximumDrawdown == 0.25)
    }

    @Test func whatIsUndefinedIsNotANumber() {
        let even = Self.summary(returns: [0.01, 0.01, 0.01, 0.01, 0.01])
        #expect(even.deviation == 0)
        #expect(even.sharpeRatio(candlesPerYear: 252).isNaN)
        #expect(even.sortinoRatio(candlesPerYear: 252).isNaN)
        let idle = Self.summary(returns: [0, 0, 0])
        #expect(idle.deviation == 0 && idle.maximumDrawdown == 0)
        #expect(idle.sharpeRatio(candlesPerYear: 252).isNaN)
        let single = Self.summary(returns: [0.1])
        #expect(single.volatility(candlesPerYear: 252).isNaN)
        let nothing = Self.summary(returns: [])
        #expect(nothing.meanReturn.isNaN && nothing.finalEquity == 1)
        #expect(nothing.compoundAnnualGrowthRate(startingCash: 1, years: 0).isNaN)
        #expect(even.compoundAnnualGrowthRate(startingCash: 1, years: 1e-6).isNaN)
        #expect(TradeTally([]).winRate.isNaN)
        #expect(Self.profitFactor([]).isNaN)
        #expect(Self.profitFactor(Self.trades(profits: [1, 2])).isNaN)
    }

    @Test func aTotalLossIsAGrowthOfMinusOne() {
        let ruin = Backtest.EquitySummary(equity: [50, 0, -10], startingCash: 100)
        #expect(ruin.compoundAnnualGrowthRate(startingCash: 100, years: 3) == -1)
        #expect(ruin.maximumDrawdown == 1.1)
        #expect(ruin.meanReturn == -0.5)
    }

    /// Ten trades of the metric notes; a trade that gains nothing wins nothing.
    @Test func tradesAreCountedInMoney() {
        let trades = Self.trades(profits: [120, -60, 80, -40, 150, -70, 30, -20, 60, -50])
        #expect(TradeTally(trades).winRate == 0.5)
        #expect(approximatelyEqual(Self.profitFactor(trades), 1.8333333333, absolute: 1e-10))
        #expect(TradeTally(Self.trades(profits: [1, 0])).winRate == 0.5)
    }

    @Test func exposureCountsEntryAndExitCandlesOnce() {
        let candles = CandleSeries(
            symbol: "FLAT", timeframe: Timeframe(1, .day),
            candles: (0..<10).map { Candle(time: $0, open: 100, high: 101, low: 99, close: 100, volume: 1) })
        // Held 2 to 4, and again from 6 to the end.
        let signals = Signals(
            long: .init(
                entry: Mask((0..<10).map { [1, 5].contains($0) }), exit: Mask((0..<10).map { $0 == 3 })))
        var simulator = Simulator(candles: candles, settings: SimulationSettings())
        #expect(Scorecard(simulator.run(signals))["exposure"] == 0.7)
        // A reversal leaves and enters in one candle.
        let both = Signals(
            long: .init(entry: Mask((0..<10).map { $0 == 1 }), exit: Mask(repeating: false, count: 10)),
            short: .init(entry: Mask((0..<10).map { $0 == 3 }), exit: Mask((0..<10).map { $0 == 5 })))
        #expect(Scorecard(simulator.run(both))["exposure"] == 0.5)
    }

    @Test func anIdleStrategyHasAScorecardWithoutInfinities() {
        let candles = CandleSeries(
            symbol: "FLAT", timeframe: Timeframe(1, .day),
            candles: (0..<10).map { Candle(time: $0, open: 100, high: 101, low: 99, close: 100, volume: 1) })
        for slice in [candles, candles.slice(0..<0), candles.slice(0..<5, warmup: 5)] {
            for way in SimulationSettings.Way.allCases {
                var simulator = Simulator(candles: slice, settings: SimulationSettings(way: way))
                let scorecard = Scorecard(simulator.run(Signals()))
                #expect(scorecard["total_return"] == 0)
                #expect(scorecard["trades"] == 0)
                #expect(scorecard["max_drawdown"] == 0)
                #expect(scorecard.values.allSatisfy { $0.isFinite || $0.isNaN })
                #expect(scorecard["win_rate"]?.isNaN == true && scorecard["sharpe"]?.isNaN == true)
                #expect(scorecard["no_such_metric"] == nil)
            }
        }
    }

    private static func summary(returns: [Double]) -> Backtest.EquitySummary {
        var equity = 1.0
        return Backtest.EquitySummary(
            equity: returns.map {
                equity *= 1 + $0
                return equity
            }, startingCash: 1)
    }

    private static func profitFactor(_ trades: [Trade]) -> Double {
        Metric.profitFactor.value(
            Evidence(EquityCurve(equity: [], startingCash: 1, candlesPerYear: 1, trades: trades)))
    }

    private static func trades(profits: [Double]) -> [Trade] {
        let fill = Fill(index: 0, price: 1, units: 1, fee: 0, reason: .entry)
        return profits.map { Trade(side: .long, entry: fill, exit: fill, profit: $0, cost: 1) }
    }
}
