/// The values of one thing, a line each, in groups: a trial, a scorecard, a machine.
package struct TextRecord: Sendable, Equatable {
    private struct Field: Sendable, Equatable {
        let column: TextColumn
        let cell: TextCell
        let group: Int
        /// For people: below one another.
        var lines: [String]?
    }

    private var fields: [Field] = []
    private var groups: [String] = [""]

    package init() {}

    /// Begins a group of values with a title of its own; CSV and JSON do not show it.
    package mutating func group(_ title: String) { groups.append(title) }

    package mutating func add(_ name: String, _ cell: TextCell, _ kind: TextColumn.Kind = .plain) {
        fields.append(Field(column: TextColumn(name, kind), cell: cell, group: groups.count - 1))
    }

    /// Text of several lines; one value for `csv` and `json`.
    package mutating func add(_ name: String, lines: [String]) {
        let column = TextColumn(name, .text)
        let cell = TextCell.text(lines.joined(separator: "\n"))
        fields.append(Field(column: column, cell: cell, group: groups.count - 1, lines: lines))
    }

    /// Text that ends in a newline: names and values below one another, or a table of one row for `csv` and `json`.
    package func text(_ format: TableFormat = .table, style: TextStyle = .plain) -> String {
        switch format {
        case .table: lines(style).map { $0 + "\n" }.joined()
        case .csv, .json: TextTable(columns: fields.map(\.column), rows: [fields.map(\.cell)]).text(format)
        case .markdown: markdown()
        }
    }

    private func lines(_ style: TextStyle) -> [String] {
        let names = fields.map { InertText.text($0.column.name) }
        let margin = (names.map(TextWidth.width).max() ?? 0) + 2
        var lines: [String] = []
        for (group, title) in groups.enumerated() {
            if !title.isEmpty {
                if !lines.isEmpty { lines.append("") }
                lines.append(style.bold(InertText.text(title)))
            }
            for (field, name) in zip(fields, names) where field.group == group {
                let room = style.width.map { max(1, $0 - margin) } ?? .max
                for (index, value) in Self.texts(field).enumerated() {
                    let head = TextWidth.pad(index == 0 ? name : "", to: margin, right: false)
                    lines.append(style.dim(head) + TextWidth.cut(value, to: room))
                }
            }
        }
        return lines
    }

    private func markdown() -> String {
        let columns = [TextColumn("name", .text), TextColumn("value", .text)]
        let rows = fields.map { [TextCell.text($0.column.name), .text(Self.text($0))] }
        return TextTable(columns: columns, rows: rows).text(.markdown)
    }

    private static func texts(_ field: Field) -> [String] {
        field.lines.map { $0.map { InertText.text($0) } } ?? [text(field)]
    }

    private static func text(_ field: Field) -> String { ColumnText(field.column, cells: [field.cell]).cells[0] }
}
