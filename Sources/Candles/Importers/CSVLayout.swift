/// How a text file of candles is laid out: what separates the fields, and what each of them holds.
struct CSVLayout: Sendable {
    static let separators: [UInt8] = Array(",;\t".utf8)

    let separator: UInt8
    let columns: [ImportColumn]
    let hasHeader: Bool
    /// Whether the columns are in the usual order only because nothing says otherwise.
    let isOrderAssumed: Bool
    /// What the header calls the volume, where that is another word.
    let volumeName: String?
    /// Where the first line that counts starts, behind a byte-order mark and blank lines.
    let start: Int
    let firstLine: Int

    /// For the report: `comma, header, columns time open high low close volume`.
    var description: String {
        let name = separator == UInt8(ascii: ",") ? "commas" : separator == UInt8(ascii: ";") ? "semicolons" : "tabs"
        let columns = columns.filter { $0 != .ignored }.map(\.rawValue).joined(separator: " ")
        return "\(name), \(hasHeader ? "a header" : "no header"), columns \(columns)"
            + (self.columns.contains(.volume) ? volumeName.map { " from \($0)" } ?? "" : ", no volume: taken as 0")
    }

    /// Reads the layout off the first lines.
    ///
    /// Fails with `foreign` where they are no table, `malformed` where a needed column is missing, `unclear` where
    /// two columns might be meant.
    init(_ head: [UInt8], file: String, options: ImportOptions) throws(CandleError) {
        var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 1
        while start < head.count, head[start] == UInt8(ascii: "\n") || head[start] == UInt8(ascii: "\r") {
            if head[start] == UInt8(ascii: "\n") { line += 1 }
            start += 1
        }
        let bytes = head[start...].prefix { $0 != UInt8(ascii: "\n") }
        guard !bytes.isEmpty else { throw .foreign(file: file, what: "is empty", expected: "a file of candles") }
        guard !head.contains(0), bytes.endIndex < SourceFile.headCount else {
            throw .foreign(
                file: file,
                what: head.contains(0) ? "is binary" : "has a first line of more than \(bytes.count) bytes",
                expected: "lines of text with a candle each")
        }
        let separator = Self.separators.max { left, right in
            bytes.count { $0 == left } < bytes.count { $0 == right }
        }
        guard let separator, bytes.contains(separator) else {
            throw .foreign(
                file: file, what: ForeignContent.name(of: head) ?? "is no table: its first line is one word",
                expected: "lines of time, open, high, low, close, volume")
        }
        let fields = bytes.split(separator: separator, omittingEmptySubsequences: false)
            .map { Self.name(String(decoding: $0, as: UTF8.self)) }

        self.separator = separator
        self.start = start
        firstLine = line
        let isData = fields.dropFirst().contains { DecimalNumber.parse($0) != nil }
        hasHeader = !isData
        isOrderAssumed = isData && options.columns == nil
        if let columns = options.columns {
            self.columns = columns + Array(repeating: .ignored, count: max(0, fields.count - columns.count))
        } else {
            columns =
                try isData
                ? Self.usual(fields, file: file, line: line)
                : CSVHeader(names: fields, sample: Self.sample(head[bytes.endIndex...], separator))
                    .columns(file: file, line: line)
        }
        let volume = isData ? nil : columns.firstIndex(of: .volume).map { fields[$0] }
        volumeName = volume == "volume" ? nil : volume
    }

    /// The columns of a file without a header: time, open, high, low, close, volume, and what follows is not read.
    private static func usual(_ fields: [String], file: String, line: Int) throws(CandleError) -> [ImportColumn] {
        let hasClock = fields.count > 1 && fields[1].contains(":")
        let usual: [ImportColumn] =
            (hasClock ? [.time, .clock] : [.time]) + [.open, .high, .low, .close, .volume]
        guard fields.count >= usual.count - 1 else {
            throw .malformed(
                file: file, line: line, column: 1, what: "has \(fields.count) fields",
                expected: "at least \(usual.count - 1): time, open, high, low, close")
        }
        return usual.prefix(fields.count) + Array(repeating: .ignored, count: max(0, fields.count - usual.count))
    }

    /// The fields of the whole lines that are known so far, without spaces around them.
    private static func sample(_ rest: ArraySlice<UInt8>, _ separator: UInt8) -> [[Substring]] {
        let lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
        return lines.prefix(max(1, lines.count - 1)).map { line in
            line.split(separator: separator, omittingEmptySubsequences: false).map { field in
                Substring(decoding: field.filter { !JSONRowReader.isSpace($0) }, as: UTF8.self)
            }
        }
    }

    private static func name(_ field: String) -> String {
        field.trimmingPrefix { $0.isWhitespace || "\"<".contains($0) }
            .reversed().trimmingPrefix { $0.isWhitespace || "\">".contains($0) }
            .reversed().map { $0 == " " ? "_" : String($0).lowercased() }.joined()
    }
}
