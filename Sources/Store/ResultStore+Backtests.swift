import Candles
import Foundation
import GRDB
import Metrics
import Search
import Simulation

extension ResultStore {
    /// Saves a backtest with its trades, its metrics and its equity at each close.
    package func save(
        _ backtest: Backtest, provenance: Provenance, parameters: Parameters, scorecard: Scorecard,
        name: String? = nil, note: String? = nil
    ) throws(StoreError) -> BacktestRecord {
        try checkName(name)
        return try write { db in
            let id = try db.insert(
                into: "backtests",
                provenance.columns(in: db) + [
                    ("parameters", parameters.json), ("final_equity", backtest.summary.finalEquity),
                    ("equity", backtest.equity.encoded), ("name", name), ("note", note),
                    ("created_at", Date().milliseconds),
                ] + metrics.map { ($0, scorecard[$0]?.defined) })
            for (number, (trade, excursion)) in zip(backtest.trades, backtest.excursions).enumerated() {
                try TradeRecord(number: number, trade: trade, excursion: excursion, candles: backtest.candles)
                    .insert(backtest: id, in: db)
            }
            return try self.backtest(id, in: db)
        }
    }

    /// A saved backtest, or `noSuchBacktest`.
    package func backtest(_ id: Int64) throws(StoreError) -> BacktestRecord {
        try read { try backtest(id, in: $0) }
    }

    /// All saved backtests, the newest first.
    package func backtests(limit: Int? = nil) throws(StoreError) -> [BacktestRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: BacktestRecord.selection(metrics) + " ORDER BY backtest.id DESC LIMIT ?",
                arguments: [limit ?? -1]
            ).map { BacktestRecord(row: $0, metrics: metrics) }
        }
    }

    /// The trades of a saved backtest, in the order of their exits.
    package func trades(ofBacktest id: Int64) throws(StoreError) -> [TradeRecord] {
        try read { db in
            _ = try backtest(id, in: db)
            return try Row.fetchAll(
                db, sql: "SELECT * FROM trades WHERE backtest_id = ? ORDER BY number", arguments: [id]
            ).map(TradeRecord.init)
        }
    }

    /// Equity at each traded close of a saved backtest.
    package func equity(ofBacktest id: Int64) throws(StoreError) -> Series {
        try read { db in
            _ = try backtest(id, in: db)
            let data = try Data.fetchOne(db, sql: "SELECT equity FROM backtests WHERE id = ?", arguments: [id])
            guard let equity = data.flatMap({ Series(encoded: $0) }) else {
                throw StoreError.damagedDatabase(path: DatabaseFile(home: home).path, message: "equity of b\(id)")
            }
            return equity
        }
    }

    private func backtest(_ id: Int64, in db: Database) throws -> BacktestRecord {
        let row = try Row.fetchOne(
            db, sql: BacktestRecord.selection(metrics) + " WHERE backtest.id = ?", arguments: [id])
        guard let row else { throw StoreError.noSuchBacktest(.backtest(id)) }
        return BacktestRecord(row: row, metrics: metrics)
    }
}
