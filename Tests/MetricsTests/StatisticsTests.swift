import Foundation
import Metrics
import Simulation
import TestSupport
import Testing

/// Returns of real markets and hand-made ones: `shared/golden/statistics`, by numpy, checked with empyrical and
/// quantstats.
@Suite(.enabled(if: SharedFiles.arePresent, "golden statistics are not beside the checkout"))
struct StatisticsTests {
    static let files = [
        "btc-daily", "eurusd-hourly", "goog-daily", "hand-mixed", "hand-only-gains", "hand-crash",
        "degenerate-constant", "degenerate-one", "degenerate-total-loss", "degenerate-zeros",
    ]

    /// Names there and here; what they count with another sign.
    static let names = [
        "total_return": "total_return", "cagr": "cagr", "annual_volatility": "volatility", "sharpe": "sharpe",
        "sortino": "sortino", "calmar": "calmar", "omega": "omega", "max_drawdown": "max_drawdown",
        "drawdown_longest_below": "longest_drawdown", "ulcer_index": "ulcer_index", "var_95": "var_95",
        "cvar_95": "cvar_95", "var_95_gauss": "var_95_normal", "skew": "skewness", "kurtosis": "kurtosis",
        "tail_ratio": "tail_ratio", "win_rate": "positive_candles", "psr_0": "probabilistic_sharpe",
        "min_trl_95": "min_track_record",
    ]
    static let ofEquity = [
        "total_return", "cagr", "calmar", "max_drawdown", "ulcer_index", "drawdown_longest_below",
    ]
    /// With a rate or a target in the file these are other numbers than ours, whose rate and target are 0.
    static let rated = ["sharpe", "sortino", "omega"]

    @Test(arguments: files)
    func isWhatNumpySays(_ file: String) throws {
        let golden = try Golden(file)
        let scorecard = Scorecard(
            Evidence(
                EquityCurve(
                    equity: golden.equity, startingCash: 1, candlesPerYear: golden.periodsPerYear)))
        for (theirs, ours) in Self.names where golden.rate == 0 || !Self.rated.contains(theirs) {
            // Their series goes on with returns of nothing, which are none of ours.
            if file == "degenerate-total-loss" && !Self.ofEquity.contains(theirs) { continue }
            guard let value = golden.values[theirs] else { continue }
            let found = try #require(scorecard[ours])
            // Where they divide by nothing, or by what is only rounding, ours is undefined.
            let wanted = golden.isUndefined(theirs) ? .nan : theirs == "max_drawdown" ? -value : value
            #expect(approximatelyEqual(found, wanted, relative: 1e-9), "\(file) \(ours): \(found), not \(wanted)")
        }
    }

    @Test(arguments: ["goog-daily-rf", "hand-crash"])
    func aRateAndATargetCount(_ file: String) throws {
        let golden = try Golden(file)
        let returns = ReturnSeries(equity: golden.equity, start: 1)
        let root = golden.periodsPerYear.squareRoot()
        let sortino = (returns.mean - golden.target) / returns.downsideDeviation(target: golden.target) * root
        #expect(
            approximatelyEqual((returns.mean - golden.rate) / returns.deviation * root, golden.values["sharpe"] ?? .nan)
        )
        #expect(approximatelyEqual(sortino, golden.values["sortino"] ?? .nan))
        let sums = returns.sums(around: golden.target)
        #expect(approximatelyEqual(sums.above / sums.below, golden.values["omega"] ?? .nan))
        let annual = returns.probabilisticSharpe(above: 1 / root)
        #expect(approximatelyEqual(annual, golden.values["psr_1_annual"] ?? .nan))
    }

    private struct Golden {
        let name: String
        let equity: [Double]
        let periodsPerYear: Double
        let rate: Double
        let target: Double
        let values: [String: Double]

        init(_ name: String) throws {
            self.name = name
            let folder = try #require(SharedFiles.folder).appending(path: "golden/statistics")
            let file =
                try JSONSerialization.jsonObject(
                    with: Data(contentsOf: folder.appending(path: name + ".json"))) as? [String: Any]
            let found = try #require(file)
            periodsPerYear = try #require(found["periods_per_year"] as? Double)
            rate = try #require(found["rf_per_period"] as? Double)
            target = try #require(found["mar_per_period"] as? Double)
            values = try #require(found["values"] as? [String: Any]).compactMapValues { value in
                (value as? Double) ?? (value as? String).map { Double($0) ?? .nan }
            }
            let series = try String(contentsOf: folder.appending(path: "series/\(name).csv"), encoding: .utf8)
            var equity = 1.0
            self.equity = series.split(separator: "\n").dropFirst().compactMap { line in
                line.split(separator: ",", omittingEmptySubsequences: false).last.flatMap { Double($0) }.map {
                    equity *= 1 + $0
                    return equity
                }
            }
        }

        /// An infinity, or a number where the deviation is nothing but rounding.
        func isUndefined(_ value: String) -> Bool {
            values[value]?.isFinite != true
                || name == "degenerate-constant" && ["sharpe", "sortino"].contains(value)
                || value == "min_trl_95" && values["sharpe"].map { $0 <= 0 } ?? true
        }
    }
}
