import Candles
import Metrics
import Search
import Simulation
import Store
import Testing

@Suite struct BacktestTests {
    let home = TemporaryHome()
    let store: ResultStore

    init() throws { store = try home.open(metrics: MetricCatalog.all.map(\.name)) }

    /// In at candle 2 and out at 5, of which the first is warm-up; once more from 6 on, still open at the end.
    private static func backtest() -> Backtest {
        let prices: [Double] = [100, 101, 102, 110, 108, 111, 109, 120]
        let candles = CandleSeries(
            symbol: "X", timeframe: Timeframe(1, .hour),
            candles: prices.enumerated().map { index, price in
                Candle(
                    time: Int64(index) * 3_600_000, open: price, high: price + 1, low: price - 1, close: price,
                    volume: 1)
            }
        ).slice(0..<8, warmup: 1)
        var simulator = Simulator(candles: candles, settings: SimulationSettings())
        let entry = Mask([false, true, false, false, false, true, false, false])
        let exit = Mask([false, false, false, false, true, false, false, false])
        return simulator.run(Signals(long: Signals.Side(entry: entry, exit: exit)))
    }

    @Test func aBacktestReadsBackWithTradesMetricsAndEquity() throws {
        let backtest = Self.backtest()
        let scorecard = Scorecard(backtest)
        let parameters = Parameters(["fast": .integer(3)])
        let saved = try store.save(
            backtest, provenance: Sample.provenance, parameters: parameters, scorecard: scorecard, name: "kept")

        let reader = try ResultStore(home: home.url, access: .readOnly)
        let read = try reader.backtest(saved.id)
        #expect(read.resultID.description == "b1" && read.name == "kept" && read.parameters == parameters)
        #expect(read.provenance == Sample.provenance)
        #expect(read.finalEquity == backtest.summary.finalEquity)
        #expect(read.metrics.names == MetricCatalog.all.map(\.name))
        for (name, value) in zip(read.metrics.names, read.metrics.values) {
            let expected = try #require(scorecard[name])
            #expect(value == expected || value.isNaN && expected.isNaN, "\(name)")
        }
        #expect(try reader.equity(ofBacktest: saved.id).array() == backtest.equity.array())

        let trades = try reader.trades(ofBacktest: saved.id)
        #expect(trades.count == backtest.trades.count && trades.count == 1)
        let (trade, original) = (try #require(trades.first), try #require(backtest.trades.first))
        #expect(trade.side == .long && trade.exitReason == .exit && trade.units == original.entry.units)
        // Counted from the first traded candle, which is the second.
        #expect(trade.entry.candle == 1 && trade.entry.time == 2 * 3_600_000 && trade.entry.price == 102)
        #expect(trade.exit.candle == 4 && trade.exit.time == 5 * 3_600_000 && trade.exit.price == 111)
        #expect(trade.profit == original.profit && trade.profitFraction == original.profitFraction)
    }

    @Test func backtestsAreListedNewestFirst() throws {
        let backtest = Self.backtest()
        for _ in 0..<2 {
            _ = try store.save(
                backtest, provenance: Sample.provenance, parameters: .none, scorecard: Scorecard(backtest))
        }
        #expect(try store.backtests().map(\.id) == [2, 1])
        #expect(throws: StoreError.noSuchBacktest(.backtest(3))) { try store.trades(ofBacktest: 3) }
    }
}
