/// Times in text: whole numbers since 1970 in any usual unit, and dates as ISO 8601 writes them.
///
/// `2024-01-31`, `2024-01-31 12:00`, `2024-01-31T12:00:00.250Z`, `2024-01-31 12:00:00+09:00`, `20240131`, also with `/` or
/// `.` for `-`. A time without a zone is UTC.
struct TimeNumber {
    /// The years that candles can be of.
    static let years = 1970...2199
    static let range: Range<Int64> = 0..<7_258_118_400_000
    /// The same years in days since 1899-12-30, as spreadsheets count them: as seconds, some hours of 1970-01-01.
    static let spreadsheetDays: ClosedRange<Int64> = 25_569...109_574

    /// In what numbers are counted; nil decides by size.
    let unit: TimeUnit?
    /// The order of days and months in dates that end in the year; nil where such dates are not read.
    var format: DateFormat?
    /// Where the numbers are milliseconds since midnight, the start of that day.
    var day: Int64?
    /// The unit of the last number; nil where there was a date.
    private(set) var lastUnit: TimeUnit?
    /// Whether dates had a zone behind them, and whether some had none.
    private(set) var (hasZones, lacksZones) = (false, false)

    init(unit: TimeUnit?, format: DateFormat? = nil, day: Int64? = nil) {
        self.unit = day == nil ? unit : .milliseconds
        self.format = format
        self.day = day
    }

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
        guard isPlain && count > 8 && count < 19 && day == nil else {
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
        if let day { return sinceMidnight(bytes, from: start, to: &position).map { day + $0 } }
        var reader = TimeReader(position: start, format: format)
        if let time = reader.date(bytes) {
            position = reader.position
            lastUnit = nil
            if reader.hasZone == true { hasZones = true } else { lacksZones = true }
            return time
        }
        reader = TimeReader(position: start)
        guard let (whole, nanoseconds) = reader.decimal(bytes) else { return nil }
        if unit == nil, Self.spreadsheetDays.contains(whole) { return nil }
        position = reader.position
        let unit = unit ?? TimeUnit.likely(whole)
        lastUnit = unit
        guard let time = unit.milliseconds(whole) else { return nil }
        return unit == .seconds ? time + nanoseconds / 1_000_000 : time
    }

    /// Milliseconds since a midnight: at most a day of them.
    private mutating func sinceMidnight(
        _ bytes: borrowing Span<UInt8>, from start: Int, to position: inout Int
    ) -> Int64? {
        var reader = TimeReader(position: start)
        guard let (whole, _) = reader.decimal(bytes), (0..<TimeText.millisecondsPerDay).contains(whole) else {
            return nil
        }
        position = reader.position
        (lastUnit, lacksZones) = (nil, true)
        return whole
    }

    /// A time of the day in a column of its own, `12:30`, `12:30:15` or `123015`, in milliseconds.
    static func clock(_ bytes: borrowing Span<UInt8>, at position: inout Int) -> Int64? {
        var reader = TimeReader(position: position)
        let time = reader.clock(bytes)
        if time != nil { position = reader.position }
        return time
    }
}
