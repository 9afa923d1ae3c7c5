import Candles
import Lua

/// An answer of several lines as scripts hold it: trials, studies, what a query gave.
final class LuaRows: ReadableObject {
    let table: TextTable

    /// Said below the table: `1,000 rows, there are more`.
    let remark: String?

    init(_ table: TextTable, remark: String? = nil) {
        self.table = table
        self.remark = remark
    }

    func text(_ style: TextStyle) -> String {
        (table.rows.isEmpty ? "nothing" : table.lines(style)) + (remark.map { "\n" + $0 } ?? "")
    }

    var title: String { CountText.text(table.rows.count) + " rows" }

    static let luaType = LuaType(
        "rows", "An answer of several lines, such as that of a query.",
        [
            .field("columns: string[]", "The names of its columns.") { (rows: LuaRows, call) in
                call.stack.pushTable { table in
                    for (index, column) in rows.table.columns.enumerated() {
                        table.set(at: index + 1, .string(column.name))
                    }
                }
                return call.results(1)
            },
            .method("column", "name: string -> any[]", "All values of a column as a Lua table.") {
                (rows: LuaRows, call) in
                let name = try call.string(2)
                let names = rows.table.columns.map(\.name)
                guard let column = names.firstIndex(of: name) else {
                    let near = Spelling.nearest(to: name, in: names).map { "did you mean \($0)?" }
                    throw call.fault(
                        "there is no column \(name); " + (near ?? "there are \(names.joined(separator: ", "))"))
                }
                call.stack.pushTable { table in
                    for (index, row) in rows.table.rows.enumerated() { table.set(at: index + 1, LuaValue(row[column])) }
                }
                return call.results(1)
            },
            .index(gives: "table?", "A line as a Lua table with a field a column, from 1; nil beyond the last.") {
                (rows: LuaRows, call) in
                guard let place = call[2].integer, rows.table.rows.indices.contains(place - 1) else {
                    return call.return(.nil)
                }
                call.stack.pushTable { table in
                    for (column, cell) in zip(rows.table.columns, rows.table.rows[place - 1]) {
                        table.set(column.name, LuaValue(cell))
                    }
                }
                return call.results(1)
            },
            .operator(.length, gives: "integer", "How many lines.") { call in
                call.return(try call.object(1, as: LuaRows.self).table.rows.count)
            },
            LuaRows.textMember,
        ])
}

extension LuaValue {
    /// Times are milliseconds since 1970, UTC.
    init(_ cell: TextCell) {
        switch cell {
        case .none: self = .nil
        case .integer(let value): self = .integer(value)
        case .real(let value): self = .number(value)
        case .text(let value): self = .string(value)
        case .boolean(let value): self = .boolean(value)
        case .time(let value): self = .integer(Int(value))
        }
    }
}
