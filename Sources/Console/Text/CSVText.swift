import Candles

/// Comma-separated values as in RFC 4180, with a line of names; lines end in a newline alone, as Unix programs expect.
///
/// Numbers are in full, fractions as fractions, times in ISO 8601, no value is empty. Texts are made harmless, since such
/// files are opened in spreadsheets and printed on terminals: one that a spreadsheet would run as a formula gets a `'`
/// before it (OWASP, CSV Injection), and control characters are written as escapes. JSON keeps texts as they are.
enum CSVText {
    static func text(_ table: TextTable) -> String {
        let heads = table.columns.map { field($0.name) }
        return ([heads] + table.rows.map { $0.map(cell) }).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static func cell(_ cell: TextCell) -> String {
        switch cell {
        case .none: ""
        case .integer(let value): String(value)
        case .real(let value): value.isNaN ? "" : value.description
        case .boolean(let value): value ? "true" : "false"
        case .time(let time): TimeText.iso(time)
        case .text(let text): field(text)
        }
    }

    private static func field(_ text: String) -> String {
        let inert = (isFormula(text) ? "'" : "") + InertText.text(text, keepingNewlines: true)
        // A blank at either end is quoted, too, since some readers trim it.
        let needsQuotes = inert.unicodeScalars.contains { "\",\n\t".unicodeScalars.contains($0) }
        if !needsQuotes && inert.first != " " && inert.last != " " { return inert }
        return "\"" + inert.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Whether a spreadsheet would compute it. A text that is a number, as `-1.5`, is harmless and stays.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
        return "=@\t\r\n＝＠＋－".unicodeScalars.contains(first)
            || (first == "+" || first == "-") && Double(text) == nil
    }
}
