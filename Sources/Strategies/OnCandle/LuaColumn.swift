import Candles
import Lua

/// A column that `on_candle` may look back on.
enum ContextColumn {
    case series(Series)
    case mask(Mask)
}

extension CandleSeries {
    static let columnNames = ["open", "high", "low", "close", "volume"]

    /// A column by its name.
    func column(_ name: String) -> Series? {
        switch name {
        case "open": open
        case "high": high
        case "low": low
        case "close": close
        case "volume": volume
        default: nil
        }
    }
}

/// `ctx.columns`: the columns of the candles and the prepared ones, by name.
final class LuaColumns: LuaObject {
    private unowned let context: LuaContext
    private var made: [String: LuaColumn] = [:]

    init(_ context: LuaContext) { self.context = context }

    private func column(_ name: String) -> LuaColumn? {
        if let column = made[name] { return column }
        made[name] = context.column(name).map { LuaColumn(name, $0, of: context) }
        return made[name]
    }

    static let luaType = LuaType(
        "columns", "The columns of the candles and those that prepare returned.",
        [
            .index(
                gives: "column", "A column up to now, by its name.",
                names: { (columns: LuaColumns) in columns.context.columnNames }
            ) {
                (columns: LuaColumns, call) in
                guard let column = call[2].string.flatMap({ columns.column($0) }) else { return nil }
                return call.return(column)
            },
            LuaSeries.refusal(.newIndex, "columns are made in prepare, which returns them by name"),
        ])
}

/// `ctx.columns.close`: one of them, as far as it is known.
final class LuaColumn: LuaObject {
    private let name: String
    private let column: ContextColumn
    private unowned let context: LuaContext

    init(_ name: String, _ column: ContextColumn, of context: LuaContext) {
        (self.name, self.column, self.context) = (name, column, context)
    }

    static let luaType = LuaType(
        "column", "A column up to the candle just closed.",
        [
            .index(gives: "any", "The value of a candle up to now, from 1.") { (column: LuaColumn, call) in
                let now = try column.now(call)
                guard let place = call[2].integer, place >= 1 else { return call.return(.nil) }
                guard place <= now else {
                    throw LuaArgumentFault(
                        message: "ctx.columns.\(column.name)[\(place)]: candle \(place) is not known yet, now is \(now)"
                    )
                }
                return column.value(at: place - 1, call)
            },
            .method("ago", "n: integer -> any", "What it had n candles ago.") { (column: LuaColumn, call) in
                let (now, candles) = (try column.now(call), try call.candlesAgo(2))
                return column.value(at: candles < now ? now - 1 - candles : nil, call)
            },
            .operator(.length, gives: "integer", "How many candles are known.") { call in
                call.return(try call.object(1, as: LuaColumn.self).now(call))
            },
            LuaSeries.refusal(.newIndex, "a column never changes"),
        ])

    /// How many candles are known.
    private func now(_ call: borrowing LuaCall) throws -> Int {
        try context.refuseOutside(call)
        return (context.now ?? -1) + 1
    }

    private func value(at index: Int?, _ call: borrowing LuaCall) -> LuaResult {
        switch column {
        case .series(let series): call.return(index.map { series[$0] } ?? .nan)
        case .mask(let mask): call.return(index.map { mask[$0] } ?? false)
        }
    }
}
