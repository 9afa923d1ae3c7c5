import Foundation
import Indicators
import Testing

/// What the catalog must hold: all that TA-Lib has, as it has it, and what traders expect beside it.
struct CatalogTests {
    /// One of TA-Lib's functions, by its line in `Reference/talib.csv`.
    struct Function: CustomTestStringConvertible {
        let name: String
        let lookback: Int
        let outputCount: Int
        let defaults: [Double]

        var testDescription: String { name }

        static let all: [Function] = {
            let file = NumberTable.reference.appending(path: "talib.csv")
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
            return text.split(separator: "\n").drop { $0.hasPrefix("#") }.dropFirst().compactMap { line in
                let fields = line.split(separator: ",", omittingEmptySubsequences: false)
                guard fields.count == 4, let lookback = Int(fields[1]), let outputs = Int(fields[2]) else { return nil }
                return Function(
                    name: String(fields[0]), lookback: lookback, outputCount: outputs,
                    defaults: fields[3].split(separator: " ").compactMap { Double($0) })
            }
        }()
    }

    @Test func theListOfTALibIsWhole() { #expect(Function.all.count == 201) }

    /// But for VAR's number of deviations, which TA-Lib takes and does not use.
    @Test(arguments: Function.all) func hasTheFunctionWithItsDefaultsOutputsAndWarmup(_ function: Function) throws {
        let indicator = try #require(IndicatorCatalog.indicator(named: function.name.lowercased()))
        let defaults = function.name == "VAR" ? Array(function.defaults.prefix(1)) : function.defaults
        #expect(indicator.options.map(\.defaultValue) == defaults)
        #expect(indicator.outputs.count == function.outputCount)
        #expect(indicator.warmup(indicator.options()) == function.lookback)
    }

    @Test(arguments: [
        "hma", "vwma", "vwap_session", "vwap_rolling", "alma", "zlema", "rma", "supertrend", "ichimoku", "keltner",
        "donchian", "donchian_prev", "chop", "ao", "vortex", "fisher", "crsi", "squeeze", "cmf", "kvo", "pivots", "ha",
        "zigzag", "fractal", "zscore", "rank", "quantile", "median", "skew", "kurtosis", "correl", "beta", "linearreg",
        "linearreg_error", "hurst", "realized_volatility",
        "parkinson", "garman_klass", "yang_zhang", "sharpe", "drawdown", "max_drawdown",
        "since", "value_when", "highest", "highest_index", "lowest", "lowest_index", "crossover", "crossunder",
        "rising", "falling", "count", "session", "session_start", "minute", "hour", "weekday", "day", "month", "year",
    ])
    func hasWhatTradersExpectBesideTALib(_ name: String) {
        #expect(IndicatorCatalog.indicator(named: name) != nil)
    }
}
