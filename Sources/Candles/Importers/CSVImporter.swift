extension Importer {
    /// Tables as text: a line a candle, fields between commas, semicolons or tabs, with or without a header.
    static let csv = Importer(
        name: "csv", summary: "text with a candle a line: commas, semicolons or tabs, with or without a header",
        probe: { head in
            let text = TextEncoding(of: head).text(head)
            guard ForeignContent.name(of: text) == nil else { return .none }
            let start = CSVPreamble(text).start
            let line = text[start...].prefix { $0 != UInt8(ascii: "\n") }
            return CSVLayout.separators.contains { line.contains($0) } ? .certain : .possible
        },
        read: { (source, options) throws(CandleError) in
            let encoding = TextEncoding(of: source.head)
            var head = encoding.text(source.head)
            let hasLoneReturns = TextEncoding.hasLoneReturns(head)
            if hasLoneReturns { head = TextEncoding.withNewlines(head) }
            let layout = try CSVLayout(head, source: source, options: options)
            var text = TextPieces(
                source, encoding: encoding, hasDecimalComma: layout.hasDecimalComma, hasLoneReturns: hasLoneReturns)
            var lines = LinesOfPieces(start: layout.start)
            var reader: CSVRowReader
            if layout.hasYearLast, options.dateFormat == nil {
                // Only all dates together tell days from months.
                let whole = try text.whole()
                let format = try DayOrder.found(in: whole, file: source.name, layout: layout)
                reader = CSVRowReader(layout, source: source, format: format, options: options)
                try lines.read(whole, into: &reader)
            } else {
                reader = CSVRowReader(layout, source: source, format: options.dateFormat, options: options)
                while let piece = try text.next() { try lines.read(piece, into: &reader) }
            }
            lines.finish(into: &reader)
            var rows = try reader.finish(bad: options.bad)
            if layout.hasYearLast, let format = rows.dates.format { rows.layout += ", \(format.words)" }
            if hasLoneReturns { rows.layout = "lines end in carriage returns, \(rows.layout)" }
            if let name = encoding.name { rows.layout = "\(name), \(rows.layout)" }
            return rows
        })
}

/// Cuts the pieces of a text at its line breaks.
private struct LinesOfPieces {
    /// Bytes at the start that are no part of the table.
    private var skipped: Int
    /// A line that has begun and not ended.
    private var rest: [UInt8] = []

    init(start: Int) { skipped = start }

    mutating func read(_ piece: Column<UInt8>, into reader: inout CSVRowReader) throws(CandleError) {
        let bytes = piece.span
        var start = min(skipped, bytes.count)
        skipped -= start
        // The first line of a piece completes the last line of the piece before it.
        if !rest.isEmpty {
            let begin = start
            while start < bytes.count, bytes[start] != UInt8(ascii: "\n") { start += 1 }
            let isEnded = start < bytes.count
            if isEnded { start += 1 }
            for index in begin..<start { rest.append(bytes[index]) }
            try reader.checkLength(rest.count)
            guard isEnded else { return }
            reader.read(rest.span)
            rest.removeAll(keepingCapacity: true)
        }
        var end = bytes.count
        while end > start, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
        reader.read(bytes.extracting(start..<end))
        for index in end..<bytes.count { rest.append(bytes[index]) }
        try reader.checkLength(rest.count)
    }

    mutating func finish(into reader: inout CSVRowReader) {
        guard !rest.isEmpty else { return }
        rest.append(UInt8(ascii: "\n"))
        reader.read(rest.span)
    }
}
