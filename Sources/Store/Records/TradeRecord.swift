import Candles
import GRDB
import Simulation

/// A trade of a saved backtest.
package struct TradeRecord: Hashable, Sendable {
    /// One end of it.
    package struct End: Hashable, Sendable {
        /// Counted from the first traded candle, 0.
        package let candle: Int
        /// The start of that candle, in milliseconds since 1970, UTC.
        package let time: Int64
        package let price: Double
        package let fee: Double
    }

    /// From 0, in the order of their exits.
    package let number: Int
    package let side: Side
    /// Units held, positive on both sides.
    package let units: Double
    package let entry: End
    package let exit: End
    package let exitReason: Fill.Reason
    /// Money gained, both fees taken off; and as a fraction of what the entry cost, fee included.
    package let profit: Double
    package let profitFraction: Double
    /// nil in backtests that were saved when it was not kept.
    package let excursion: Excursion?
}

extension TradeRecord {
    init(number: Int, trade: Trade, excursion: Excursion, candles: CandleSeries) {
        func end(_ fill: Fill) -> End {
            End(
                candle: fill.index - candles.warmup, time: candles.time[fill.index], price: fill.price, fee: fill.fee)
        }
        self.number = number
        side = trade.side
        units = trade.entry.units.magnitude
        entry = end(trade.entry)
        exit = end(trade.exit)
        exitReason = trade.exit.reason
        profit = trade.profit
        profitFraction = trade.profitFraction
        self.excursion = excursion
    }

    init(row: Row) {
        func end(_ name: String) -> End {
            End(
                candle: row["\(name)_candle"], time: row["\(name)_time"], price: row["\(name)_price"],
                fee: row["\(name)_fee"])
        }
        number = row["number"]
        side = Side(rawValue: row["side"]) ?? .long
        units = row["units"]
        entry = end("entry")
        exit = end("exit")
        exitReason = Fill.Reason(rawValue: row["exit_reason"]) ?? .exit
        profit = row["profit"]
        profitFraction = row["profit_fraction"]
        excursion = (row["mae"] as Double?).map { Excursion(adverse: $0, favorable: row["mfe"]) }
    }

    func insert(backtest: Int64, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO trades VALUES (\(databaseQuestionMarks(count: 17)))")
        try statement.execute(arguments: [
            backtest, number, side.rawValue, units, entry.candle, entry.time, entry.price, entry.fee,
            exit.candle, exit.time, exit.price, exit.fee, exitReason.rawValue, profit, profitFraction,
            excursion?.adverse, excursion?.favorable,
        ])
    }
}
