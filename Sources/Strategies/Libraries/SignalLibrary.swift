import Lua
import Simulation

/// What the table that `signals` returns may hold, and how it becomes `Signals`.
package enum SignalLibrary {
    /// A key whose value is a number, or a series that is read at the candle of the entry signal.
    package struct Level: Sendable {
        package let name: String
        /// What its number must be, in words.
        package let requirement: String
        package let summary: String
        let accepts: @Sendable (Double) -> Bool
        let store: @Sendable (Signals.Level, inout Signals) -> Void
        /// The side on which a fraction of 1 or more is never reached, as no price falls below 0.
        var sideBelowOne: String?
    }

    package static let levels: [Level] = [
        Level(
            name: "size", requirement: "a number above 0 up to 1 (a fraction of equity)",
            summary: "The fraction of equity put in; 1 unless told.", accepts: { $0 > 0 && $0 <= 1 },
            store: { $1.size = $0 }),
        Level(
            name: "stop_loss", requirement: "a number above 0 (a fraction of the fill price)",
            summary: "How far against the position price may go.", accepts: { $0 > 0 && $0.isFinite },
            store: { $1.stopLoss = $0 }, sideBelowOne: "long"),
        Level(
            name: "take_profit", requirement: "a number above 0 (a fraction of the fill price)",
            summary: "How far in favor of the position price is to go.", accepts: { $0 > 0 && $0.isFinite },
            store: { $1.takeProfit = $0 }, sideBelowOne: "short"),
        Level(
            name: "trailing_stop", requirement: "a number above 0 (a fraction of the best price)",
            summary: "How far price may fall behind the best one.", accepts: { $0 > 0 && $0.isFinite },
            store: { $1.trailingStop = $0 }, sideBelowOne: "long"),
        Level(
            name: "time_limit", requirement: "a whole number of candles from 1",
            summary: "Leave after so many candles.", accepts: { $0 >= 1 && $0.isFinite && $0 == $0.rounded() },
            store: { $1.timeLimit = $0 }),
    ]

    /// The levels as keys of a table.
    /// - Parameter type: what one may be there.
    package static func levelParameters(holding type: String) -> [LuaParameter] {
        levels.map { LuaParameter($0.name, type, isOptional: true, $0.summary) }
    }

    package static let sides = ["long", "short"]

    /// All keys, for messages.
    static let keys = sides + levels.map(\.name)
}
