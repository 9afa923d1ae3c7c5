/// A table in GitHub's Markdown, aligned in its source as well; numbers as in a table for eyes.
enum MarkdownText {
    static func text(_ table: TextTable) -> String {
        if table.columns.isEmpty { return "" }
        let columns = table.columns.enumerated().map { ColumnText($1, cells: table.cells($0)) }
        let cells = columns.map { column in ([column.name] + column.cells).map(escape) }
        let widths = cells.map { max(3, $0.map(TextWidth.width).max() ?? 0) }
        var lines = (0...table.rows.count).map { row in
            line(
                columns.indices.map { index in
                    TextWidth.pad(cells[index][row], to: widths[index], right: columns[index].isRight)
                })
        }
        let rule = zip(columns, widths).map { column, width in
            String(repeating: "-", count: width - (column.isRight ? 1 : 0)) + (column.isRight ? ":" : "")
        }
        lines.insert(line(rule), at: 1)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    /// Every character that Markdown or HTML would obey is written so that it only shows itself.
    static func escape(_ text: String) -> String {
        var out = ""
        var previous: Character = " "
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\\", "`", "*", "[", "]", "|", "~", "$": out += "\\" + String(character)
            // Inside a word it means nothing, and `max_drawdown` reads better so.
            case "_" where !(isWord(previous) && index + 1 < characters.count && isWord(characters[index + 1])):
                out += "\\_"
            default: out.append(character)
            }
            previous = character
        }
        return out
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
