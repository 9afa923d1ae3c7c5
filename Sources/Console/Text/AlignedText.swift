/// A table for eyes: columns aligned, a rule below the heads, as wide as the terminal and no wider.
///
/// Where it is too wide, heads are stacked at their underscores first, then long texts are cut, and at last the columns at
/// the end are left out and named below.
enum AlignedText {
    private static let gap = "  "
    /// No text is cut shorter than this.
    private static let shortest = 16

    static func text(_ table: TextTable, style: TextStyle) -> String {
        if table.columns.isEmpty { return "" }
        var columns = table.columns.enumerated().map { index, column in
            Column(ColumnText(column, cells: table.cells(index)), isText: column.kind == .text || column.kind == .plain)
        }
        var hidden: [String] = []
        if let width = style.width { hidden = fit(&columns, to: width) }
        var lines = heads(columns, style: style)
        lines.append(line(columns.map { style.dim(String(repeating: "─", count: $0.width)) }))
        for row in 0..<table.rows.count {
            lines.append(line(columns.map { $0.cell(row, style: style) }))
        }
        if table.rows.isEmpty { lines.append(style.dim("(no rows)")) }
        if !hidden.isEmpty {
            let note = "not shown: " + hidden.joined(separator: ", ")
            lines.append(style.dim(TextWidth.cut(note, to: style.width ?? .max)))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private struct Column {
        let text: ColumnText
        let canBeCut: Bool
        /// Columns that it would take uncut.
        let natural: Int
        var head: [String]
        var width: Int

        init(_ text: ColumnText, isText: Bool) {
            self.text = text
            head = [text.name]
            canBeCut = isText && !text.isRight
            natural = max(TextWidth.width(text.name), text.cells.map(TextWidth.width).max() ?? 0)
            width = natural
        }

        /// Stands for columns that are left out.
        static func more(rows: Int) -> Column {
            Column(ColumnText(TextColumn("…"), cells: Array(repeating: .text("…"), count: rows)), isText: false)
        }

        func cell(_ row: Int, style: TextStyle) -> String {
            let cell = TextWidth.pad(TextWidth.cut(text.cells[row], to: width), to: width, right: text.isRight)
            return text.cells[row] == ColumnText.none ? style.dim(cell) : cell
        }

        /// Breaks the head at underscores and blanks, to be no wider than the cells where words allow it.
        mutating func stack() {
            let cells = text.cells.map(TextWidth.width).max() ?? 0
            var words: [String] = [""]
            for character in text.name {
                words[words.count - 1].append(character)
                if character == "_" || character == " " { words.append("") }
            }
            words.removeAll(where: \.isEmpty)
            width = max(cells, words.map(TextWidth.width).max() ?? 0)
            head = [""]
            for word in words {
                if TextWidth.width(head[head.count - 1] + word) <= width {
                    head[head.count - 1] += word
                } else {
                    head.append(word)
                }
            }
        }
    }

    /// Narrows columns until they fit, and gives the names of those that had to go.
    private static func fit(_ columns: inout [Column], to width: Int) -> [String] {
        func excess() -> Int { columns.reduce(gap.count * (columns.count - 1) - width) { $0 + $1.width } }
        if excess() <= 0 { return [] }
        for index in columns.indices { columns[index].stack() }
        while excess() > 0 {
            let long = columns.indices.filter { columns[$0].canBeCut && columns[$0].width > shortest }
            guard let widest = long.max(by: { columns[$0].width < columns[$1].width }) else { break }
            columns[widest].width = max(shortest, columns[widest].width - excess())
        }
        if excess() <= 0 { return [] }
        let rows = columns[0].text.cells.count
        var hidden: [String] = []
        columns.append(.more(rows: rows))
        while excess() > 0 && columns.count > 2 {
            hidden.insert(columns.remove(at: columns.count - 2).text.name, at: 0)
        }
        if hidden.isEmpty { columns.removeLast() }
        // What the last column left out was too wide for goes to texts that were cut.
        for index in columns.indices where columns[index].canBeCut && excess() < 0 {
            columns[index].width = min(columns[index].natural, columns[index].width - excess())
        }
        // What still does not fit is one column wider than the whole terminal.
        if excess() > 0 { columns[0].width = max(1, columns[0].width - excess()) }
        return hidden
    }

    private static func heads(_ columns: [Column], style: TextStyle) -> [String] {
        let height = columns.map(\.head.count).max() ?? 0
        return (0..<height).map { row in
            line(
                columns.map { column in
                    let index = row - (height - column.head.count)
                    let text = index < 0 ? "" : TextWidth.cut(column.head[index], to: column.width)
                    let cell = TextWidth.pad(text, to: column.width, right: column.text.isRight)
                    return text.isEmpty ? cell : style.bold(cell)
                })
        }
    }

    private static func line(_ cells: [String]) -> String {
        var line = cells.joined(separator: gap)
        while line.last == " " { line.removeLast() }
        return line
    }
}
