// Words for what is wrong with a line.

extension CSVRowReader {
    /// Why the field at `field` of the line at `start` cannot be read.
    func explain(_ bytes: borrowing Span<UInt8>, _ start: Int, _ field: Int) -> String {
        var (index, position) = (0, start)
        while position < field {
            if bytes[position] == separator { index += 1 }
            position += 1
        }
        var end = field
        while bytes[end] != separator && bytes[end] != Self.newline { end += 1 }
        var count = index + 1
        position = end
        while bytes[position] != Self.newline {
            if bytes[position] == separator { count += 1 }
            position += 1
        }
        guard count == columns.count else {
            return "the line has \(CountText.text(count, "field")), expected \(columns.count)"
        }
        let text = Self.shown(bytes, field, end)
        switch columns[index] {
        case .time where text.uppercased().contains("E+"):
            return "\(text) is a time that a spreadsheet has rounded, expected all digits such as 1704067200000"
        case .time: return "\(text) is no time, expected one such as 1704067200000 or 2024-01-01 12:00:00"
        case .clock: return "\(text) is no time of the day, expected one such as 12:30"
        case .ignored, .symbol: return "\(text) is cut"
        default: return "\(columns[index].rawValue) \(text) is no number, expected one such as 1.25"
        }
    }

    /// Where a column starts in the line at `start`.
    func place(of column: ImportColumn, _ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
        var position = start
        for _ in 0..<(columns.firstIndex(of: column) ?? 0) {
            skipField(bytes, &position)
            if bytes[position] == separator { position += 1 }
        }
        return position
    }

    /// A field in quotes, cut, with nothing in it that a terminal would obey.
    static func shown(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> String {
        var text = ""
        for index in start..<min(end, start + 24) {
            let byte = bytes[index]
            if byte == carriageReturn { continue }
            text.unicodeScalars.append(byte >= 32 && byte < 127 ? UnicodeScalar(byte) : "\u{FFFD}")
        }
        return "\"\(text)\(end > start + 24 ? "…" : "")\""
    }
}
