import Candles
import Foundation
import Indicators
import TestSupport
import Testing

/// TA-Lib's values on real candles, and those of formulas that a second library confirmed; nobody on the project
/// computed them.
@Suite(.enabled(if: SharedFiles.arePresent, "needs the folder shared beside the checkout"))
struct GoldenTests {
    @Test(arguments: ["BTC_USDT-5m-3000", "GOOG-1d", "TRX_BTC-5m-1500", "ORCL-1d"])
    func agreesOnRealCandles(_ dataSet: String) throws {
        let folder = try GoldenValues.folder(dataSet)
        let candles = try NumberTable(folder.appending(path: "input.csv"))
        let decimals = candles.decimals
        let index = try JSONDecoder().decode(
            GoldenValues.Index.self, from: Data(contentsOf: folder.appending(path: "index.json")))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        #expect(Set(files) == Set(index.indicators.map(\.file) + ["input.csv"]))
        for entry in index.indicators {
            let indicator = try #require(GoldenValues.indicator(entry.name), "\(entry.name)")
            let example = try IndicatorExample(indicator, entry.columns(indicator), of: candles, decimals: decimals)
            let options = Array(GoldenValues.options(entry, in: dataSet).prefix(indicator.options.count))
            let values = example(options)
            let warmups = indicator.warmups(indicator.options(options))
            let golden = try NumberTable(folder.appending(path: entry.file)).columns.dropFirst().map(\.values)
            for (position, name) in entry.outputs.enumerated() where !GoldenValues.lookAhead.contains(name) {
                let ours = indicator.outputs.firstIndex { $0.name == name } ?? position
                try #require(ours < values.count, "\(entry.file) \(name)")
                let wrong = golden[position].indices.first { row in
                    !approximatelyEqual(
                        values[ours][row], golden[position][row], relative: 0, absolute: entry.tolerance[position])
                }
                #expect(wrong == nil, "\(entry.file) \(name) at row \(wrong ?? 0)")
                #expect(warmups[ours] == entry.lookback ?? entry.warmup[position], "\(entry.file) \(name)")
            }
        }
    }

    struct Patterns: Decodable {
        let dataset: String
        let rows: Int
        let patterns: [String: [[Int]]]
    }

    /// Rare patterns on the market in which they occur: a row and its score where it is not 0.
    @Test(arguments: [
        "AAPL-1d", "BTC_USDT_SWAP-1m-first1000", "ESTX50-5m", "ETH_BTC-5m", "EURUSD-1h", "MSFT-1d", "ORCL-1d", "SPX-1d",
        "SPY-1m", "SPY_INTRADAY-1m", "VIX-1d",
    ])
    func findsTheSamePatterns(_ dataSet: String) throws {
        let file = try GoldenValues.folder("candlesticks-sparse").appending(path: "\(dataSet).json")
        let golden = try JSONDecoder().decode(Patterns.self, from: Data(contentsOf: file))
        let market = dataSet.replacingOccurrences(of: "-first1000", with: "")
        let candles = try NumberTable(
            try #require(SharedFiles.folder).appending(path: "data/csv/\(market).csv"), rows: golden.rows)
        let decimals = candles.decimals
        for (name, found) in golden.patterns.sorted(by: { $0.key < $1.key }) {
            let indicator = try #require(GoldenValues.indicator(name), "\(name)")
            let names = indicator.inputs.compactMap(\.column)
            let scores = try IndicatorExample(indicator, names, of: candles, decimals: decimals)()[0]
            let ours = scores.indices.filter { scores[$0] != 0 }.map { [$0, Int(scores[$0])] }
            #expect(ours == found, "\(name)")
        }
    }
}
