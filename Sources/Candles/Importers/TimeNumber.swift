/// Times in text: whole numbers since 1970 in any usual unit, and dates as ISO 8601 writes them.
///
/// `2024-01-31`, `2024-01-31 12:00`, `2024-01-31T12:00:00.250Z`, `2024-01-31 12:00:00+09:00`, `20240131`, also with `/` or
/// `.` for `-`. A time without a zone is UTC.
struct TimeNumber {
    /// The years that candles can be of.
    static let years = 1970...2199
    static let range: Range<Int64> = 0..<7_258_118_400_000

    /// In what numbers are counted; nil decides by size.
    let unit: TimeUnit?
    /// The unit of the last number; nil where there was a date.
    private(set) var lastUnit: TimeUnit?

    init(unit: TimeUnit?) { self.unit = unit }

    /// Reads the time at `position` and moves behind it; nil where there is none. Milliseconds since 1970, unchecked.
    @inline(__always)
    mutating func read(_ bytes: borrowing Span<UInt8>, at position: inout Int) -> Int64? {
        let start = position
        let isNegative = unsafe bytes[unchecked: position] == UInt8(ascii: "-")
        if isNegative { position &+= 1 }
        let digits = position
        let number = DecimalNumber.readDigits(bytes, at: &position, onto: 0)
        let count = position &- digits
        let next = unsafe bytes[unchecked: position]
        let isPlain = next == UInt8(ascii: ",") || next == UInt8(ascii: ";") || next == UInt8(ascii: "\t")
        guard isPlain && count > 8 && count < 19 else {
            return readSlowly(bytes, from: start, to: &position)
        }
        let whole = isNegative ? -Int64(number) : Int64(number)
        let unit = unit ?? TimeUnit.likely(whole)
        lastUnit = unit
        return unit.milliseconds(whole)
    }

    /// Dates, and numbers with a fraction or of unusual length.
    @inline(never)
    private mutating func readSlowly(
        _ bytes: borrowing Span<UInt8>, from start: Int, to position: inout Int
    ) -> Int64? {
        var reader = Reader(position: start)
        if let time = reader.date(bytes) {
            position = reader.position
            lastUnit = nil
            return time
        }
        reader = Reader(position: start)
        guard let (whole, nanoseconds) = reader.decimal(bytes) else { return nil }
        position = reader.position
        let unit = unit ?? TimeUnit.likely(whole)
        lastUnit = unit
        guard let time = unit.milliseconds(whole) else { return nil }
        return unit == .seconds ? time + nanoseconds / 1_000_000 : time
    }

    /// A time of the day in a column of its own, `12:30`, `12:30:15` or `123015`, in milliseconds.
    static func clock(_ bytes: borrowing Span<UInt8>, at position: inout Int) -> Int64? {
        var reader = Reader(position: position)
        let time = reader.clock(bytes)
        if time != nil { position = reader.position }
        return time
    }
}

/// The pieces of a written time. Reads no further than the first byte that does not fit.
private struct Reader {
    var position: Int

    /// A day and what follows of it: a time, a zone.
    mutating func date(_ bytes: borrowing Span<UInt8>) -> Int64? {
        guard let year = digits(4, bytes) else { return nil }
        let mark = bytes[position]
        let isMarked = mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".")
        if isMarked { position += 1 }
        guard let month = digits(2, bytes), !isMarked || take(mark, bytes), let day = digits(2, bytes),
            !isDigit(bytes[position]), let days = TimeText.day(year: year, month: month, day: day)
        else { return nil }
        var time = days * TimeText.millisecondsPerDay
        let next = bytes[position]
        // A space before anything but a digit ends the field.
        if next == UInt8(ascii: "T") || next == UInt8(ascii: " ") && isDigit(bytes[position + 1]) {
            position += 1
            guard let clock = clock(bytes), let offset = zone(bytes) else { return nil }
            time += clock - offset
        }
        return time
    }

    mutating func clock(_ bytes: borrowing Span<UInt8>) -> Int64? {
        guard let hour = digits(2, bytes), hour < 24 else { return nil }
        let isMarked = take(UInt8(ascii: ":"), bytes)
        guard let minute = digits(2, bytes), minute < 60 else { return nil }
        var time = Int64(hour * 3_600_000 + minute * 60_000)
        if isMarked ? take(UInt8(ascii: ":"), bytes) : isDigit(bytes[position]) {
            guard let second = digits(2, bytes), second < 60 else { return nil }
            time += Int64(second * 1000)
            if bytes[position] == UInt8(ascii: ".") {
                position += 1
                guard let nanoseconds = fraction(bytes) else { return nil }
                time += nanoseconds / 1_000_000
            }
        }
        return time
    }

    /// `Z`, ` UTC`, `+09:00`, `-0500` or nothing, in milliseconds east of Greenwich.
    private mutating func zone(_ bytes: borrowing Span<UInt8>) -> Int64? {
        if take(UInt8(ascii: "Z"), bytes) { return 0 }
        let start = position
        if take(UInt8(ascii: " "), bytes), take(UInt8(ascii: "U"), bytes) {
            return take(UInt8(ascii: "T"), bytes) && take(UInt8(ascii: "C"), bytes) ? 0 : nil
        }
        position = start
        let isWest = bytes[position] == UInt8(ascii: "-")
        guard isWest || bytes[position] == UInt8(ascii: "+") else { return 0 }
        position += 1
        guard let hours = digits(2, bytes), hours < 24 else { return nil }
        _ = take(UInt8(ascii: ":"), bytes)
        let minutes = isDigit(bytes[position]) ? digits(2, bytes) : 0
        guard let minutes, minutes < 60 else { return nil }
        let offset = Int64(hours * 3_600_000 + minutes * 60_000)
        return isWest ? -offset : offset
    }

    /// A number with or without a fraction: the whole, and billionths of one.
    mutating func decimal(_ bytes: borrowing Span<UInt8>) -> (whole: Int64, nanoseconds: Int64)? {
        let isNegative = take(UInt8(ascii: "-"), bytes)
        let start = position
        let number = DecimalNumber.readDigits(bytes, at: &position, onto: 0)
        guard position > start, position - start < 20, number < 1 << 63 else { return nil }
        var nanoseconds: Int64 = 0
        if take(UInt8(ascii: "."), bytes) {
            guard let found = fraction(bytes) else { return nil }
            nanoseconds = found
        }
        return (isNegative ? -Int64(number) : Int64(number), nanoseconds)
    }

    /// Billionths; further digits are read and cut off.
    private mutating func fraction(_ bytes: borrowing Span<UInt8>) -> Int64? {
        var (value, unit) = (Int64(0), Int64(100_000_000))
        guard isDigit(bytes[position]) else { return nil }
        while isDigit(bytes[position]) {
            value += Int64(bytes[position] - UInt8(ascii: "0")) * unit
            unit /= 10
            position += 1
        }
        return value
    }

    private mutating func digits(_ count: Int, _ bytes: borrowing Span<UInt8>) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard isDigit(bytes[position]) else { return nil }
            value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        return value
    }

    private mutating func take(_ byte: UInt8, _ bytes: borrowing Span<UInt8>) -> Bool {
        guard bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
}
