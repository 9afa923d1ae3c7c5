import Candles
import Foundation
import Indicators
import TestSupport
import Testing

/// TA-Lib's values on real candles, which nobody on the project computed.
@Suite(.enabled(if: SharedFiles.arePresent, "needs the folder shared beside the checkout"))
struct GoldenTests {
    struct Index: Decodable {
        struct Entry: Decodable {
            let file: String
            let name: String
            let parameters: [String: Double]
            let inputs: [String]
            let outputs: [String]
            let warmup: [Int]
            let tolerance_abs: [Double]
        }
        let indicators: [Failable<Entry>]
    }

    /// An entry that is not of our shape (a pattern, an indicator to come) is nil.
    struct Failable<Value: Decodable>: Decodable {
        let value: Value?
        init(from decoder: any Decoder) { value = try? Value(from: decoder) }
    }

    /// TA-Lib's functions that the catalog has, and how its parameters are called there, in our order.
    static let functions: [String: (name: String, options: [String])] = [
        "SMA": ("sma", ["period"]), "EMA": ("ema", ["period"]), "RSI": ("rsi", ["period"]), "ATR": ("atr", ["period"]),
        "ROC": ("roc", ["period"]), "MAX": ("highest", ["period"]), "MIN": ("lowest", ["period"]),
        "STDDEV": ("stddev", ["period", "nbdev"]), "BBANDS": ("bbands", ["period", "up", "dn"]),
        "MACD": ("macd", ["fast", "slow", "signal"]),
    ]

    @Test(arguments: ["BTC_USDT-5m-3000", "GOOG-1d", "TRX_BTC-5m-1500"])
    func agreesWithTALibOnRealCandles(_ dataSet: String) throws {
        let folder = try #require(SharedFiles.folder).appending(path: "golden/indicators/\(dataSet)")
        let candles = try NumberTable(folder.appending(path: "input.csv"))
        let index = try JSONDecoder().decode(Index.self, from: Data(contentsOf: folder.appending(path: "index.json")))
        var compared: Set<String> = []
        for entry in index.indicators.compactMap(\.value) {
            guard let function = Self.functions[entry.name],
                let indicator = IndicatorCatalog.indicator(named: function.name)
            else { continue }
            compared.insert(entry.name)
            let options = try function.options.map { try #require(entry.parameters[$0], "\(entry.file): \($0)") }
            let inputs = candles.series(entry.inputs, decimals: dataSet.hasPrefix("TRX") ? 8 : 2)
            let values = indicator(inputs, options).numbers
            let golden = try NumberTable(folder.appending(path: entry.file)).columns.dropFirst().map(\.values)
            for output in golden.indices {
                let wrong = golden[output].indices.first { row in
                    !approximatelyEqual(
                        values[output][row], golden[output][row], relative: 0, absolute: entry.tolerance_abs[output])
                }
                #expect(wrong == nil, "\(entry.file) \(entry.outputs[output]) at row \(wrong ?? 0)")
                #expect(indicator.warmup(indicator.options(options)) == entry.warmup[output])
            }
        }
        #expect(compared.count == Self.functions.count)
    }

    struct EdgeCases: Decodable {
        struct Case: Decodable {
            let `case`: String
            let function: String
            let inputs: [String]
            let parameters: [String: Double]
            let outputs: [[Double?]]?
        }
        let cases: [Failable<Case>]
    }

    struct EdgeInput: Decodable {
        let open, high, low, close, volume: [Double?]

        func series(_ name: String) -> Series? {
            let columns = ["open": open, "high": high, "low": low, "close": close, "volume": volume]
            return columns[name].map { Series($0.map { $0 ?? .nan }, tick: Tick(decimals: 2)) }
        }
    }

    /// Where TA-Lib carries a NaN to the end or forgets it, ours heals: `MissingValueTests` says how.
    @Test func agreesWithTALibOnDamagedAndTinyInputs() throws {
        let folder = try #require(SharedFiles.folder).appending(path: "golden/indicators/edge-cases")
        let decoder = JSONDecoder()
        let inputs = try decoder.decode(
            [String: EdgeInput].self, from: Data(contentsOf: folder.appending(path: "inputs.json")))
        let file = try decoder.decode(EdgeCases.self, from: Data(contentsOf: folder.appending(path: "cases.json")))
        for edge in file.cases.compactMap(\.value) where !["nan_middle", "nan_tail"].contains(edge.case) {
            guard let function = Self.functions[edge.function], let outputs = edge.outputs,
                let indicator = IndicatorCatalog.indicator(named: function.name), let input = inputs[edge.case]
            else { continue }
            let given = function.options.map { edge.parameters[$0] }
            let options = zip(given, indicator.options).map { $0 ?? $1.defaultValue }
            let values = indicator(edge.inputs.compactMap(input.series), options).numbers
            for (ours, golden) in zip(values, outputs) {
                let wrong = golden.indices.first {
                    !approximatelyEqual(ours[$0], golden[$0] ?? .nan, relative: 1e-9, absolute: 1e-7)
                }
                #expect(wrong == nil, "\(edge.function) \(edge.case) \(edge.parameters) at row \(wrong ?? 0)")
            }
        }
    }
}
