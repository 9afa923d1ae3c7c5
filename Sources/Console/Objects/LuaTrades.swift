import Candles
import Lua
import Simulation

/// The trades of a backtest as scripts hold them: `#b.trades`, `b.trades[1].profit`.
final class LuaTrades: ReadableObject {
    /// A line a trade.
    private let table: TextTable

    init(_ backtest: Backtest) {
        table = TextTable(trades: backtest)
    }

    init(_ table: TextTable) {
        self.table = table
    }

    func text(_ style: TextStyle) -> String { table.rows.isEmpty ? "no trades" : table.lines(style) }

    var title: String { CountText.text(table.rows.count) + " trades" }

    static let luaType = LuaType(
        "trades", "The trades of a backtest, in the order of their exits.",
        [
            .index(gives: "table?", "A trade, from 1, as a Lua table; nil beyond the last.") {
                (trades: LuaTrades, call) in
                guard let place = call[2].integer, trades.table.rows.indices.contains(place - 1) else {
                    return call.return(.nil)
                }
                call.stack.pushTable { table in
                    for (column, cell) in zip(trades.table.columns, trades.table.rows[place - 1]) {
                        table.set(column.name, LuaValue(cell))
                    }
                }
                return call.results(1)
            },
            .operator(.length, gives: "integer", "How many.") { call in
                call.return(try call.object(1, as: LuaTrades.self).table.rows.count)
            },
            LuaTrades.textMember,
        ])
}
