import Candles
import Foundation
import TestSupport

/// A CSV file beside the project, by column; an empty field is NaN.
struct SharedTable {
    private let columns: [String: [Substring]]
    let count: Int

    init(_ path: String) throws {
        let url = (SharedFiles.folder ?? URL(filePath: "/")).appending(path: path)
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
        let rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let names = lines.first?.split(separator: ",").map(String.init) ?? []
        columns = Dictionary(
            uniqueKeysWithValues: names.enumerated().map { index, name in (name, rows.map { $0[index] }) })
        count = rows.count
    }

    func text(_ column: String) -> [Substring] { columns[column] ?? [] }
    func numbers(_ column: String) -> [Double] { text(column).map { Double($0) ?? .nan } }

    /// Its rows as candles.
    func candles(_ timeframe: Timeframe, count: Int? = nil) -> CandleSeries {
        let (open, high, low, close) = (numbers("open"), numbers("high"), numbers("low"), numbers("close"))
        let time = numbers("timestamp_ms")
        return CandleSeries(
            symbol: "SHARED", timeframe: timeframe,
            candles: (0..<(count ?? self.count)).map {
                Candle(time: Int64(time[$0]), open: open[$0], high: high[$0], low: low[$0], close: close[$0], volume: 1)
            })
    }
}
