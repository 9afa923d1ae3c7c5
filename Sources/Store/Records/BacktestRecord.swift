import Foundation
import GRDB
import Search

/// A backtest as it is saved; its trades and equity are read apart.
package struct BacktestRecord: Identifiable, Sendable {
    package let id: Int64
    package let provenance: Provenance
    package let parameters: Parameters
    /// Cash and holdings at the last close.
    package let finalEquity: Double
    package let metrics: StoredScorecard
    package let name: String?
    package let note: String?
    package let createdAt: Date

    package var resultID: ResultID { .backtest(id) }
}

extension BacktestRecord {
    private static let columns = [
        "id", "name", "note", "strategy", "script", "script_hash", "engine_version", "parameters", "lookback_candles",
        "warmup_candles", "fee", "slippage", "fill_rule", "starting_cash", "way", "days_per_year",
        "candles_per_year", "final_equity", "created_at",
    ]

    /// What `init(row:metrics:)` reads.
    static func selection(_ metrics: [String]) -> String {
        let list = (columns + metrics).map { "backtest." + $0.quotedDatabaseIdentifier }.joined(separator: ", ")
        return """
            SELECT \(list), \(CandleSlice.columns) FROM backtests AS backtest
            JOIN candle_slices AS slice ON slice.id = backtest.candle_slice_id
            """
    }

    init(row: Row, metrics: [String]) {
        id = row["id"]
        provenance = Provenance(row: row)
        parameters = Parameters(json: row["parameters"]) ?? .none
        finalEquity = row["final_equity"]
        self.metrics = StoredScorecard(metrics, row: row, from: Self.columns.count)
        name = row["name"]
        note = row["note"]
        createdAt = Date(milliseconds: row["created_at"])
    }
}
