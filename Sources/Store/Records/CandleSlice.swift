import GRDB

/// Which candles a result was made from: those handed over, warm-up included.
package struct CandleSlice: Hashable, Sendable {
    package let symbol: String
    package let timeframe: String
    /// The start of the first and of the last candle, in milliseconds since 1970, UTC.
    package let firstTime: Int64
    package let lastTime: Int64
    package let count: Int
    /// A hash over all columns: equal hashes mean equal candles.
    package let contentHash: String

    package init(
        symbol: String, timeframe: String, firstTime: Int64, lastTime: Int64, count: Int, contentHash: String
    ) {
        self.symbol = symbol
        self.timeframe = timeframe
        self.firstTime = firstTime
        self.lastTime = lastTime
        self.count = count
        self.contentHash = contentHash
    }
}

extension CandleSlice {
    /// The columns that `init(row:)` reads, from `candle_slices AS slice`.
    static let columns =
        "slice.symbol, slice.timeframe, slice.first_time, slice.last_time, slice.count, slice.content_hash"

    init(row: Row) {
        self.init(
            symbol: row["symbol"], timeframe: row["timeframe"], firstTime: row["first_time"],
            lastTime: row["last_time"], count: row["count"], contentHash: row["content_hash"])
    }

    /// The number of this slice in the database; a new one for a slice not seen before.
    func id(in db: Database) throws -> Int64 {
        let arguments: StatementArguments = [symbol, timeframe, firstTime, lastTime, count, contentHash]
        let known = try Int64.fetchOne(
            db,
            sql: """
                SELECT id FROM candle_slices WHERE (symbol, timeframe, first_time, last_time, count, content_hash) \
                = (?, ?, ?, ?, ?, ?)
                """, arguments: arguments)
        if let known { return known }
        try db.execute(
            sql: """
                INSERT INTO candle_slices (symbol, timeframe, first_time, last_time, count, content_hash) \
                VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: arguments)
        return db.lastInsertedRowID
    }
}
