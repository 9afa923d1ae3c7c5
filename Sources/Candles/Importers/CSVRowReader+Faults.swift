// Words for what is wrong with a line.

extension CSVRowReader {
    /// Why the field at `field` of the line at `start` cannot be read.
    func explain(_ bytes: borrowing Span<UInt8>, _ start: Int, _ field: Int) -> String {
        var (index, count, position, end, quotes) = (0, 1, start, field, 0)
        while bytes[position] != Self.newline {
            let byte = bytes[position]
            if byte == Self.quote { quotes += 1 }
            // What stands between quotes separates nothing.
            if byte == separator && quotes.isMultiple(of: 2) { count += 1 }
            position += 1
            if position <= field { index = count - 1 }
            if count == index + 1 { end = position }
        }
        guard quotes.isMultiple(of: 2) else { return "the line has a quote that is not closed, expected pairs of them" }
        guard count == columns.count else {
            return "the line has \(CountText.text(count, "field")), expected \(columns.count)"
        }
        let text = Self.shown(bytes, field, end)
        switch columns[index] {
        case .time where text.uppercased().contains("E+"):
            return "\(text) is a time that a spreadsheet has rounded, expected all digits such as 1704067200000"
        case .time where isSpreadsheetDay(bytes, field):
            return "\(text) is a day as spreadsheets count them, expected a date such as 2024-01-01 12:00:00"
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
        let (longest, most) = (24, 4 * 24)
        let field = (start..<min(end, start + most)).map { bytes[$0] }.filter { $0 != carriageReturn }
        let scalars = String(decoding: field, as: UTF8.self).unicodeScalars
        let text = scalars.prefix(longest).map { isVisible($0) ? $0 : "\u{FFFD}" }
        let isCut = scalars.count > longest || end > start + most
        return "\"\(String(String.UnicodeScalarView(text)))\(isCut ? "…" : "")\""
    }

    /// Whether a letter shows and does nothing else: no control, no mark of direction, none that is unassigned.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: true
        }
    }

    private func isSpreadsheetDay(_ bytes: borrowing Span<UInt8>, _ field: Int) -> Bool {
        var reader = TimeReader(position: bytes[field] == Self.quote ? field + 1 : field)
        return reader.decimal(bytes).map { TimeNumber.spreadsheetDays.contains($0.whole) } ?? false
    }
}
