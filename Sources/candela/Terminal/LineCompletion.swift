import Console

/// One way to go on with a line.
struct LineCompletion: Equatable {
    /// What is replaced begins behind so many Unicode scalars of the line and ends at the cursor.
    let start: Int
    let text: String
    /// As shown in a list.
    let title: String

    init(start: Int, text: String, title: String? = nil) {
        self.start = start
        self.text = text
        self.title = title ?? text
    }

    /// What the Tab key does.
    enum Answer: Equatable {
        case nothing
        /// Scalars before the cursor that give way to a text.
        case replace(count: Int, with: String)
        case list([String])
    }

    /// Goes on as far as all candidates agree, or shows them; on a blank beginning it indents.
    static func answer(to head: String, candidates: () -> [LineCompletion]) -> Answer {
        let line = head.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        if line.allSatisfy(\.isWhitespace) { return .replace(count: 0, with: "  ") }
        let candidates = candidates()
        guard let first = candidates.first else { return .nothing }
        let count = max(0, head.unicodeScalars.count - first.start)
        var common = Array(first.text.unicodeScalars)
        for other in candidates.dropFirst() {
            guard other.start == first.start else { return .list(candidates.map(\.title)) }
            common = zip(common, other.text.unicodeScalars).prefix { $0 == $1 }.map(\.0)
        }
        // A candidate may differ from what is typed in case, and may replace it; several must go on from it.
        if candidates.count == 1 || common.count > count { return .replace(count: count, with: string(common)) }
        return .list(candidates.map(\.title))
    }

    /// Titles in columns, read downwards, as far as there is room.
    static func columns(_ titles: [String], width: Int, height: Int) -> String {
        let titles = titles.map { InertText.text($0) }
        let wide = (titles.map(TextWidth.width).max() ?? 0) + 2
        let across = max(1, width / wide)
        let rows = (titles.count + across - 1) / across
        let shown = min(rows, max(1, height))
        var lines = (0..<shown).map { row in
            stride(from: row, to: titles.count, by: rows).map { index in
                TextWidth.pad(TextWidth.cut(titles[index], to: max(1, width - 1)), to: wide, right: false)
            }.joined()
        }
        if shown < rows { lines.append("… and more") }
        return lines.joined(separator: "\n")
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }
}
