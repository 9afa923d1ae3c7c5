import Candles
import Foundation
import Indicators
import TestSupport
import Testing

/// The values of `shared/golden/indicators`, and how what is said there is asked of the catalog.
enum GoldenValues {
    static func folder(_ name: String) throws -> URL {
        try #require(SharedFiles.folder).appending(path: "golden/indicators/\(name)")
    }

    /// Names that are not the catalog's in capitals.
    private static let names = ["ROLLING_QUANTILE": "quantile", "ROLLING_MEDIAN": "median", "ROLLING_RANK": "rank"]

    /// Outputs that hold values of later candles, which no column of ours may: the lagging line of ICHIMOKU.
    static let lookAhead: Set = ["lagging"]

    static func indicator(_ name: String) -> Indicator? {
        IndicatorCatalog.indicator(named: names[name] ?? name.lowercased())
    }

    /// The options of an entry, in their order, which its file's name keeps: `STOCH_5_3_0_3_0.csv`.
    ///
    /// But for VWAP_SESSION, whose session is a day, and for daily candles a month.
    static func options(_ entry: Entry, in dataSet: String) -> [Double] {
        if entry.name == "VWAP_SESSION", dataSet.hasSuffix("-1d") { return [2] }
        let settings = entry.file.dropLast(".csv".count).dropFirst(entry.name.count)
        return settings.split(separator: "_").compactMap { Double($0) }
    }

    struct Index: Decodable {
        let indicators: [Entry]
    }

    struct Entry: Decodable {
        let file: String
        let name: String
        let parameters: [String: Setting]
        let inputs: [String]
        let outputs: [String]
        let warmup: [Int]
        /// Of a candlestick pattern: how many candles it needs before it says anything.
        let lookback: Int?
        let tolerance: [Double]

        private enum CodingKeys: String, CodingKey {
            case file, name, parameters, inputs, outputs, warmup, lookback
            case tolerance = "tolerance_abs"
        }

        /// The columns to read, in our order: ours have names, what takes any column reads what stands there in theirs.
        func columns(_ indicator: Indicator) -> [String] {
            indicator.inputs.enumerated().map { position, input in
                let theirs = position < inputs.count ? inputs[position] : input.name
                let name = parameters[theirs]?.text ?? input.column ?? theirs
                return name == "time" ? "timestamp_ms" : name
            }
        }
    }

    /// A number, or the name of a column.
    enum Setting: Decodable {
        case number(Double)
        case column(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .column(try container.decode(String.self))
            }
        }

        var text: String? {
            guard case .column(let text) = self else { return nil }
            return text
        }
    }
}
