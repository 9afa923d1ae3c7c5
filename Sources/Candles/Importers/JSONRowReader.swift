/// Reads an array of arrays into columns; an array that is no candle becomes a fault, and reading goes on.
///
/// Only the shape is required to be JSON: `[`, `]` and `,` where they belong, or the file is refused on the spot.
struct JSONRowReader: ~Copyable {
    /// Deeper values are not even skipped, so that no file can use up the stack.
    private static let deepest = 32
    private static let usual: [ImportColumn] = [.time, .open, .high, .low, .close, .volume]

    private let file: String
    private let columns: [ImportColumn]
    private let isOrderAssumed: Bool
    private let keepsBad: Bool
    private var times: TimeNumber
    private var rows: RowBuilder
    private var position = 0
    private var line = 1
    private var lineStart = 0

    init(source: SourceFile, options: ImportOptions) {
        file = source.name
        columns = options.columns ?? Self.usual
        isOrderAssumed = options.columns == nil
        times = TimeNumber(unit: options.timeUnit, format: options.dateFormat)
        keepsBad = options.bad == .keep
        rows = RowBuilder(capacity: source.byteCount / 40 + 16)
    }

    /// Reads a whole file, which must end in a zero byte that is none of its own.
    mutating func read(_ bytes: Span<UInt8>) throws(CandleError) {
        if bytes.count > 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        skipSpace(bytes)
        try take("[", bytes, "an array of candles")
        skipSpace(bytes)
        if bytes[position] == UInt8(ascii: "]") {
            position += 1
        } else {
            repeat { try readCandle(bytes) } while try isFollowed(bytes)
        }
        skipSpace(bytes)
        guard position == bytes.count - 1 else { throw malformed(bytes, "the end of the file") }
    }

    consuming func finish(bad: ImportOptions.Bad) throws(CandleError) -> ImportedRows {
        let names = columns.filter { $0 != .ignored }.map(\.rawValue).joined(separator: " ")
        let dates = DatesRead(hasZones: times.hasZones, lacksZones: times.lacksZones, format: times.format)
        var read = try rows.finish(
            file: file, layout: "an array of arrays, values \(names)", isOrderAssumed: isOrderAssumed, bad: bad,
            nothing: "holds no candles")
        read.dates = dates
        return read
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...10).contains(byte) || byte == 13 }

    private mutating func readCandle(_ bytes: borrowing Span<UInt8>) throws(CandleError) {
        skipSpace(bytes)
        let start = place
        try take("[", bytes, "a candle as [time, open, high, low, close, volume]")
        var row = ImportedRow()
        var count = 0
        var fault: String?
        var faultPlace = start
        repeat {
            skipSpace(bytes)
            let column = count < columns.count ? columns[count] : .ignored
            let value = place
            if let found = try readValue(column, bytes, &row), fault == nil { (fault, faultPlace) = (found, value) }
            count += 1
        } while try isFollowed(bytes)
        if count < columns.count {
            fault = fault ?? "the candle has \(CountText.text(count, "value")), expected \(columns.count)"
        }
        var isKept = false
        if fault == nil, !row.isPossible {
            fault = row.fault.what
            isKept = keepsBad && row.isFinite
        }
        if let fault {
            rows.addFault(
                line: faultPlace.line, column: faultPlace.column, fault, isCrossed: row.high < row.low, isKept: isKept)
        }
        if fault == nil || isKept {
            rows.append(row, line: start.line, unit: times.lastUnit)
        }
    }

    /// Reads one value and moves behind it; says what is wrong with it where it is not of its column's kind.
    private mutating func readValue(
        _ column: ImportColumn, _ bytes: borrowing Span<UInt8>, _ row: inout ImportedRow
    ) throws(CandleError) -> String? {
        let start = position
        guard column != .ignored else {
            try skipValue(bytes, depth: 0)
            return nil
        }
        let isQuoted = bytes[position] == UInt8(ascii: "\"")
        if isQuoted { position += 1 }
        var isRead: Bool
        if column == .time {
            let time = times.read(bytes, at: &position)
            row.time = time ?? 0
            isRead = time != nil
        } else {
            let number = DecimalNumber.read(bytes, at: &position)
            row.set(column, to: number)
            isRead = !number.isNaN
        }
        if isQuoted && isRead {
            isRead = bytes[position] == UInt8(ascii: "\"")
            position += 1
        }
        if isRead { return nil }
        position = start
        try skipValue(bytes, depth: 0)
        let text = CSVRowReader.shown(bytes, start, position)
        return column == .time
            ? "\(text) is no time, expected one such as 1704067200000"
            : "\(column.rawValue) \(text) is no number, expected one such as 1.25"
    }

    /// Moves behind any value.
    private mutating func skipValue(_ bytes: borrowing Span<UInt8>, depth: Int) throws(CandleError) {
        guard depth < Self.deepest else { throw malformed(bytes, "fewer than \(Self.deepest) arrays in each other") }
        skipSpace(bytes)
        switch bytes[position] {
        case UInt8(ascii: "\""):
            position += 1
            while bytes[position] != UInt8(ascii: "\"") {
                if bytes[position] == UInt8(ascii: "\\") { position += 1 }
                guard bytes[position] != 0 else { throw malformed(bytes, "the end of a text") }
                position += 1
            }
            position += 1
        case UInt8(ascii: "["):
            position += 1
            skipSpace(bytes)
            if bytes[position] == UInt8(ascii: "]") {
                position += 1
            } else {
                repeat { try skipValue(bytes, depth: depth + 1) } while try isFollowed(bytes)
            }
        default:
            let start = position
            while isWord(bytes[position]) { position += 1 }
            guard position > start else { throw malformed(bytes, "a value") }
        }
    }

    /// Whether a comma follows, and so another value; else a bracket must close the array. Moves behind either.
    private mutating func isFollowed(_ bytes: borrowing Span<UInt8>) throws(CandleError) -> Bool {
        skipSpace(bytes)
        let isComma = bytes[position] == UInt8(ascii: ",")
        guard isComma || bytes[position] == UInt8(ascii: "]") else { throw malformed(bytes, ", or ]") }
        position += 1
        return isComma
    }

    private mutating func take(
        _ character: Unicode.Scalar, _ bytes: borrowing Span<UInt8>, _ what: String
    ) throws(CandleError) {
        guard bytes[position] == UInt8(ascii: character) else { throw malformed(bytes, what) }
        position += 1
    }

    private mutating func skipSpace(_ bytes: borrowing Span<UInt8>) {
        while Self.isSpace(bytes[position]) {
            position += 1
            if bytes[position - 1] == 10 { (line, lineStart) = (line + 1, position) }
        }
    }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private var place: (line: Int, column: Int) { (line, position - lineStart + 1) }

    private func malformed(_ bytes: borrowing Span<UInt8>, _ expected: String) -> CandleError {
        let what =
            position >= bytes.count - 1
            ? "the file ends too early" : "\(CSVRowReader.shown(bytes, position, position + 1)) is out of place"
        return .malformed(file: file, line: line, column: place.column, what: what, expected: expected)
    }
}
