/// Reads lines into columns; a line that is no candle becomes a fault, and reading goes on.
struct CSVRowReader: ~Copyable {
    private static let longestLine = 1 << 16
    /// Bytes that are worth a look for plain lines.
    private static let fewestPlain = 512
    static let (newline, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    static let (space, quote) = (UInt8(ascii: " "), UInt8(ascii: "\""))

    private let file: String
    private let layout: CSVLayout
    let columns: [ImportColumn]
    let separator: UInt8
    private var times: TimeNumber
    private(set) var line: Int
    private var headersLeft: Int
    private let keepsBad: Bool
    private let hasSymbols: Bool
    /// Where the symbol of the line stood.
    private var symbol = 0..<0
    private var symbols = RowSymbols()

    private var rows: RowBuilder
    private let plainRows: PlainRows?
    /// Lines that are read one by one before plain ones are looked for again: more after each time there were few.
    private var (patience, waiting) = (1, 1)

    /// `format` is the order of days and months where dates end in the year.
    init(_ layout: CSVLayout, source: SourceFile, format: DateFormat?, options: ImportOptions) {
        file = source.name
        self.layout = layout
        columns = layout.columns
        separator = layout.separator
        times = TimeNumber(unit: options.timeUnit, format: format, day: layout.facts.midnight)
        line = layout.firstLine
        headersLeft = layout.headerCount
        keepsBad = options.bad == .keep
        hasSymbols = columns.contains(.symbol)
        plainRows = options.readsPlainRows ? PlainRows(layout, unit: options.timeUnit) : nil
        // A candle has some fifty bytes; growing is cheap, and so is memory that is never touched.
        rows = RowBuilder(capacity: source.byteCount / 40 + 16)
    }

    func checkLength(_ count: Int) throws(CandleError) {
        guard count <= Self.longestLine else {
            throw .malformed(
                file: file, line: line, column: 1,
                what: "a line of more than \(CountText.text(Self.longestLine)) bytes", expected: "a candle")
        }
    }

    /// Reads whole lines; the last byte must be a line break.
    mutating func read(_ bytes: Span<UInt8>) {
        var position = 0
        while headersLeft > 0, position < bytes.count {
            headersLeft -= 1
            skipLine(bytes, &position)
        }
        while position < bytes.count {
            if waiting > 0 { waiting &-= 1 } else { readPlainRows(bytes, &position) }
            let start = position
            guard start < bytes.count else { return }
            if bytes[position] == Self.newline || bytes[position] == Self.carriageReturn {
                if !isBlank(bytes, position) { addFault(bytes, start, field: start, "is broken by a carriage return") }
                skipLine(bytes, &position)
                continue
            }
            var row = ImportedRow()
            if let field = readFields(bytes, &position, &row) {
                addFault(bytes, start, field: field, explain(bytes, start, field))
                position = start
                skipLine(bytes, &position)
            } else if row.isPossible {
                take(row, bytes)
            } else {
                let (column, what) = row.fault
                let field = place(of: column, bytes, start)
                let isKept = keepsBad && row.isFinite
                rows.addFault(
                    line: line, column: field - start + 1, what, isCrossed: row.high < row.low, isKept: isKept)
                if isKept { take(row, bytes) } else { line &+= 1 }
            }
        }
    }

    /// Reads plain lines, if such come next, with times in the unit of the line before.
    private mutating func readPlainRows(_ bytes: borrowing Span<UInt8>, _ position: inout Int) {
        guard let plainRows, let unit = times.lastUnit, bytes.count - position >= Self.fewestPlain else { return }
        let count = rows.appendPlain(bytes, &position, plainRows, line: line, unit: unit)
        line += count
        patience = count > 8 ? 1 : min(2 * patience, 1 << 10)
        waiting = patience
    }

    @inline(__always)
    private mutating func take(_ row: ImportedRow, _ bytes: borrowing Span<UInt8>) {
        rows.append(row, line: line, unit: times.lastUnit)
        if hasSymbols { symbols.add(bytes, symbol) }
        line &+= 1
    }

    /// What was read; fails with `impossible` where any line was no candle, unless an option says otherwise.
    consuming func finish(bad: ImportOptions.Bad) throws(CandleError) -> ImportedRows {
        let facts = layout.facts
        let (hasZones, lacksZones) = (times.hasZones, times.lacksZones)
        let format = times.format
        let symbols = hasSymbols ? symbols : nil
        var read = try rows.finish(
            file: file, layout: layout.description, isOrderAssumed: layout.isOrderAssumed, bad: bad,
            nothing: layout.headerCount > 0 ? "has a header and no candles" : "has no candles")
        read.dates = DatesRead(hasZones: hasZones, lacksZones: lacksZones, format: format, question: facts.zoneQuestion)
        read.symbols = symbols
        read.symbol = facts.symbol
        read.timeframe = facts.timeframe
        read.timeIs = facts.timeIs
        read.divide(by: facts.priceScale)
        return read
    }

    /// Reads a line up to its break and moves behind it; where it does not fit, the start of the field that does not.
    ///
    /// Unchecked reads: nothing here moves over a line break, and the last byte is one.
    @inline(__always)
    private mutating func readFields(_ bytes: borrowing Span<UInt8>, _ position: inout Int, _ row: inout ImportedRow)
        -> Int?
    {
        let last = columns.count &- 1
        var index = 0
        while true {
            while unsafe bytes[unchecked: position] == Self.space { position &+= 1 }
            let start = position
            let column = unsafe columns.span[unchecked: index]
            if column == .ignored {
                skipField(bytes, &position)
            } else if column == .symbol {
                skipField(bytes, &position)
                symbol = start..<position
            } else {
                let isQuoted = unsafe bytes[unchecked: position] == Self.quote
                if isQuoted { position &+= 1 }
                if column == .time {
                    guard let time = times.read(bytes, at: &position) else { return start }
                    row.time &+= time
                } else if column == .clock {
                    guard let clock = TimeNumber.clock(bytes, at: &position) else { return start }
                    row.time &+= clock
                } else {
                    let number = DecimalNumber.read(bytes, at: &position)
                    if number.isNaN { return start }
                    row.set(column, to: number)
                }
                if isQuoted {
                    guard unsafe bytes[unchecked: position] == Self.quote else { return start }
                    position &+= 1
                }
                while unsafe bytes[unchecked: position] == Self.space { position &+= 1 }
            }
            let end = unsafe bytes[unchecked: position]
            if index < last {
                guard end == separator else { return start }
                position &+= 1
                index &+= 1
            } else {
                if end == Self.carriageReturn { position &+= 1 }
                guard unsafe bytes[unchecked: position] == Self.newline else { return start }
                position &+= 1
                return nil
            }
        }
    }

    func skipField(_ bytes: borrowing Span<UInt8>, _ position: inout Int) {
        if bytes[position] == Self.quote {
            position += 1
            while bytes[position] != Self.quote && bytes[position] != Self.newline { position += 1 }
            if bytes[position] == Self.quote { position += 1 }
        }
        while bytes[position] != separator && bytes[position] != Self.newline && bytes[position] != Self.carriageReturn
        {
            position += 1
        }
    }

    private mutating func skipLine(_ bytes: borrowing Span<UInt8>, _ position: inout Int) {
        while bytes[position] != Self.newline { position += 1 }
        position += 1
        line += 1
    }

    private func isBlank(_ bytes: borrowing Span<UInt8>, _ position: Int) -> Bool {
        bytes[position] == Self.newline || bytes[position + 1] == Self.newline
    }

    private mutating func addFault(_ bytes: borrowing Span<UInt8>, _ start: Int, field: Int, _ what: String) {
        rows.addFault(line: line, column: field - start + 1, what)
    }
}
