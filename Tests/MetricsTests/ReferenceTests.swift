import Candles
import Foundation
import Metrics
import Simulation
import TestSupport
import Testing

/// Every metric of the catalog against a backtest that numpy and scipy judged: `scripts/metric-references`.
struct ReferenceTests {
    static let cases = ["rising", "falling"]

    @Test(arguments: cases, SimulationSettings.Way.allCases)
    func everyMetricIsWhatTheReferenceSays(name: String, way: SimulationSettings.Way) throws {
        let scorecard = Scorecard(try Self.backtest(name, way: way))
        let expected = try Self.values(name)
        #expect(Set(expected.keys) == Set(MetricCatalog.all.map(\.name)))
        for (metric, value) in zip(scorecard.metrics, scorecard.values) {
            let wanted = try #require(expected[metric.name])
            #expect(approximatelyEqual(value, wanted, relative: 1e-10), "\(metric.name): \(value), not \(wanted)")
        }
    }

    /// Equity alone gives the same as the backtest it came from, but for what only trades know.
    @Test(arguments: cases)
    func aCurveGivesWhatItsBacktestGives(name: String) throws {
        let backtest = try Self.backtest(name, way: .walk)
        let (candles, equity) = (backtest.candles, backtest.equity)
        let curve = Scorecard(
            Evidence(
                EquityCurve(
                    equity: (0..<equity.count).map { equity[$0] }, startingCash: backtest.settings.startingCash,
                    candlesPerYear: 365, times: (0..<candles.count).map { candles.time[$0] },
                    market: (0..<candles.count).map { candles.close[$0] }, marketStart: candles.open[0],
                    trades: backtest.trades)))
        let whole = Scorecard(backtest)
        for name in MetricCatalog.all.map(\.name)
        where !["exposure", "fees", "mean_mae", "mean_mfe", "edge_ratio"].contains(name) {
            let (found, wanted) = (try #require(curve[name]), try #require(whole[name]))
            #expect(approximatelyEqual(found, wanted), "\(name): \(found), not \(wanted)")
        }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference")

    private static func lines(_ file: String) throws -> [[String]] {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private static func values(_ name: String) throws -> [String: Double] {
        Dictionary(uniqueKeysWithValues: try lines(name + ".metrics.csv").map { ($0[0], Double($0[1]) ?? .nan) })
    }

    private static func backtest(_ name: String, way: SimulationSettings.Way) throws -> Backtest {
        let rows = try lines(name + ".candles.csv")
        let candles = CandleSeries(
            symbol: "RANDOM", timeframe: Timeframe(1, .day),
            candles: try rows.map { row in
                let numbers = try row[1...4].map { try #require(Double($0)) }
                return Candle(
                    time: try #require(Int64(row[0])), open: numbers[0], high: numbers[1], low: numbers[2],
                    close: numbers[3], volume: 1)
            })
        func mask(_ signal: String) -> Mask { Mask(rows.map { $0[5] == signal }) }
        var simulator = Simulator(candles: candles, settings: SimulationSettings(costs: Costs(fee: 0.001), way: way))
        return simulator.run(
            Signals(
                long: .init(entry: mask("long_entry"), exit: mask("long_exit")),
                short: .init(entry: mask("short_entry"), exit: mask("short_exit"))))
    }
}
