extension Importer {
    /// Tables as text: a line a candle, fields between commas, semicolons or tabs, with a header or in the usual order.
    static let csv = Importer(
        name: "csv", summary: "text with a candle a line: commas, semicolons or tabs, with or without a header",
        probe: { head in
            guard ForeignContent.name(of: head) == nil else { return .none }
            let line = head.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
                .prefix { $0 != UInt8(ascii: "\n") }
            return CSVLayout.separators.contains { line.contains($0) } ? .certain : .possible
        },
        read: { (source, options) throws(CandleError) in
            let layout = try CSVLayout(source.head, file: source.name, options: options)
            var reader = CSVRowReader(layout, source: source, options: options)
            var rest: [UInt8] = []
            var skipped = layout.start
            while let piece = try source.next() {
                let bytes = piece.span
                // The first line of a piece completes the last line of the piece before it.
                var start = skipped
                skipped = 0
                if !rest.isEmpty {
                    while start < bytes.count, bytes[start] != UInt8(ascii: "\n") { start += 1 }
                    let line = min(start + 1, bytes.count)
                    for index in 0..<line { rest.append(bytes[index]) }
                    try reader.checkLength(rest.count)
                    guard start < bytes.count else { continue }
                    start = line
                    reader.read(rest.span)
                    rest.removeAll(keepingCapacity: true)
                }
                var end = bytes.count
                while end > start, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
                reader.read(bytes.extracting(start..<end))
                for index in end..<bytes.count { rest.append(bytes[index]) }
                try reader.checkLength(rest.count)
            }
            if !rest.isEmpty {
                rest.append(UInt8(ascii: "\n"))
                reader.read(rest.span)
            }
            return try reader.finish()
        })
}
