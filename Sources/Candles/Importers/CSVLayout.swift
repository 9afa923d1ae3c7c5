/// How a text file of candles is laid out: what separates the fields, and what each of them holds.
struct CSVLayout: Sendable {
    static let separators: [UInt8] = Array(",;\t".utf8)

    let separator: UInt8
    let columns: [ImportColumn]
    /// How many lines name the columns, before the first candle.
    let headerCount: Int
    /// Whether the columns are in the usual order only because nothing says otherwise.
    let isOrderAssumed: Bool
    /// Whether the order of the prices was told by their values.
    let isOrderFound: Bool
    /// What the header calls the volume, where that is another word.
    let volumeName: String?
    /// Where the first line that counts starts, behind blank lines and notes.
    let start: Int
    let firstLine: Int
    let hasDecimalComma: Bool
    /// Whether dates end in the year, so that day and month must be told apart.
    let hasYearLast: Bool
    let facts: CSVFacts

    /// For the report: `comma, header, columns time open high low close volume`.
    var description: String {
        let name = separator == UInt8(ascii: ",") ? "commas" : separator == UInt8(ascii: ";") ? "semicolons" : "tabs"
        let columns = columns.filter { $0 != .ignored }.map(\.rawValue).joined(separator: " ")
        let header = headerCount < 2 ? headerCount == 0 ? "no header" : "a header" : "a header of \(headerCount) lines"
        return "\(name), \(header), columns \(columns)" + (isOrderFound ? " as their values tell" : "")
            + (self.columns.contains(.volume) ? volumeName.map { " from \($0)" } ?? "" : ", no volume: taken as 0")
            + (hasDecimalComma ? ", decimal commas" : "")
            + (facts.priceScale > 1 ? ", prices in parts of \(CountText.text(Int(facts.priceScale)))" : "")
    }

    /// Reads the layout off the first lines, `head`, as text.
    ///
    /// Fails with `foreign` where they are no table, `malformed` where a needed column is missing, `unclear` where
    /// two columns might be meant.
    init(_ head: [UInt8], source: SourceFile, options: ImportOptions) throws(CandleError) {
        let file = source.name
        let preamble = CSVPreamble(head)
        let bytes = head[preamble.start...].prefix { $0 != UInt8(ascii: "\n") }
        guard !bytes.isEmpty else { throw .foreign(file: file, what: "is empty", expected: "a file of candles") }
        let isWholeLine = bytes.endIndex < head.count || source.head.count < SourceFile.headCount
        guard isWholeLine else {
            throw .foreign(
                file: file, what: "has a first line of more than \(bytes.count) bytes",
                expected: "lines of text with a candle each")
        }
        let separator =
            preamble.separator
            ?? Self.separators.max { left, right in
                bytes.count { $0 == left } < bytes.count { $0 == right }
            }
        guard let separator, bytes.contains(separator) else {
            throw .foreign(
                file: file, what: ForeignContent.name(of: head) ?? "is no table: its first line is one word",
                expected: "lines of time, open, high, low, close, volume")
        }
        let lines = CSVSample(
            head[preamble.start...], separator, isWhole: source.head.count < SourceFile.headCount)
        let fields = lines.rows[0]
        let names = bytes.split(separator: separator, omittingEmptySubsequences: false)
            .map { HeaderWords.folded(TextEncoding.name($0)) }
        let isData = fields.dropFirst().contains { lines.number($0) != nil }
        let yahoo = isData ? nil : YahooHeader(lines.rows, symbol: options.symbol)
        let headerCount = isData ? 0 : yahoo?.lineCount ?? 1
        let sample = lines.data(from: headerCount)

        self.separator = separator
        self.headerCount = headerCount
        start = preamble.start
        firstLine = preamble.line
        hasDecimalComma = lines.hasDecimalComma
        var (order, isFound) = ([ImportColumn](), false)
        if let columns = options.columns {
            order = columns + Array(repeating: .ignored, count: max(0, fields.count - columns.count))
            facts = isData ? CSVFacts() : CSVFacts(CSVHeader(names: names, sample: sample, symbol: nil))
        } else if let yahoo {
            order = try yahoo.columns(file: file, line: preamble.line)
            var found = CSVFacts()
            found.symbol = yahoo.symbol
            facts = found
        } else if isData {
            (order, isFound) = try Self.usual(sample, file: file, line: preamble.line)
            facts = CSVFacts(sample: sample, columns: order, separator: separator, source: source)
        } else {
            let symbol = options.symbol ?? MarketInFileName(source.marketName).symbol
            let header = CSVHeader(names: names, sample: sample, symbol: symbol)
            order = try header.columns(file: file, line: preamble.line)
            facts = CSVFacts(header)
        }
        columns = order
        isOrderFound = isFound
        isOrderAssumed = isData && options.columns == nil
        let place = isData || yahoo != nil ? nil : order.firstIndex(of: .volume)
        let volume = place.flatMap { $0 < names.count ? names[$0] : nil }
        volumeName = volume == "volume" ? nil : volume
        let time = order.firstIndex(of: .time) ?? 0
        hasYearLast = sample.contains { $0.count > time && Self.endsInYear($0[time]) }
    }

    /// The columns of a file without a header: time, open, high, low, close, volume, and what follows is not read; the
    /// prices in another order where their values tell it.
    private static func usual(
        _ sample: [[Substring]], file: String, line: Int
    ) throws(CandleError) -> ([ImportColumn], isFound: Bool) {
        let count = sample.first?.count ?? 0
        let hasClock = count > 1 && sample[0][1].contains(":")
        let times: [ImportColumn] = hasClock ? [.time, .clock] : [.time]
        guard count >= times.count + 4 else {
            throw .malformed(
                file: file, line: line, column: 1, what: "has \(count) fields",
                expected: "at least \(times.count + 4): time, open, high, low, close")
        }
        let usual: [ImportColumn] = [.open, .high, .low, .close]
        let rows = sample.filter { $0.count == count }.map { row in
            row[times.count..<times.count + 4].compactMap { DecimalNumber.parse($0) }
        }
        let isNewestFirst = sample.first?[0] ?? "" > sample.last?[0] ?? ""
        // The usual order stands where nothing speaks against it.
        let fits = rows.allSatisfy { row in
            row.count == 4 && row[1] >= max(row[0], row[2], row[3]) && row[2] <= min(row[0], row[1], row[3])
        }
        let found = fits ? nil : ColumnOrder.found(in: rows, isNewestFirst: isNewestFirst)
        let columns = times + (found ?? usual) + [.volume]
        return (
            columns.prefix(count) + Array(repeating: .ignored, count: max(0, count - columns.count)), found != nil
        )
    }

    /// Whether a date such as `31.01.2024` or `1/31/2024` begins here.
    private static func endsInYear(_ field: Substring) -> Bool {
        let date = field.trimmingPrefix("\"").prefix { $0.isNumber || "./-".contains($0) }
        let numbers = date.split(omittingEmptySubsequences: false) { "./-".contains($0) }
        return numbers.count == 3 && numbers[2].count == 4 && (1...2).contains(numbers[0].count)
            && (1...2).contains(numbers[1].count)
    }
}
