/// The pieces of a written time. Reads no further than the first byte that does not fit.
struct TimeReader {
    var position: Int
    /// What the first two numbers are in dates that end in the year; nil where such dates are not read.
    let format: DateFormat?
    /// Whether a zone was written behind the time; nil where there was no time of the day.
    private(set) var hasZone: Bool?

    init(position: Int, format: DateFormat? = nil) {
        self.position = position
        self.format = format
    }

    /// Whether a byte stands between the numbers of a date.
    static func isDateMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }

    /// A day and what follows of it: a time, a zone.
    mutating func date(_ bytes: borrowing Span<UInt8>) -> Int64? {
        let start = position
        guard var time = isoDay(bytes) ?? dayWithYearLast(bytes, from: start) else { return nil }
        let next = bytes[position]
        // A space before anything but a digit ends the field.
        if next == UInt8(ascii: "T") || next == UInt8(ascii: " ") && isDigit(bytes[position + 1]) {
            position += 1
            guard let clock = clock(bytes), let offset = zone(bytes) else { return nil }
            time += clock - offset
        }
        return time
    }

    /// `2024-01-31`, `20240131`, also with `/` or `.`.
    private mutating func isoDay(_ bytes: borrowing Span<UInt8>) -> Int64? {
        guard let year = digits(4, bytes) else { return nil }
        let mark = bytes[position]
        let isMarked = Self.isDateMark(mark)
        if isMarked { position += 1 }
        guard let month = digits(2, bytes), !isMarked || take(mark, bytes), let day = digits(2, bytes),
            !isDigit(bytes[position]), let days = TimeText.day(year: year, month: month, day: day)
        else { return nil }
        return days * TimeText.millisecondsPerDay
    }

    /// `31.01.2024` or `1/31/2024`, where the order of day and month is known.
    private mutating func dayWithYearLast(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int64? {
        guard let format, format != .yearFirst else { return nil }
        position = start
        guard let first = oneOrTwoDigits(bytes) else { return nil }
        let mark = bytes[position]
        guard Self.isDateMark(mark) else { return nil }
        position += 1
        guard let second = oneOrTwoDigits(bytes), take(mark, bytes), let year = digits(4, bytes),
            !isDigit(bytes[position])
        else { return nil }
        let (day, month) = format == .dayFirst ? (first, second) : (second, first)
        return TimeText.day(year: year, month: month, day: day).map { $0 * TimeText.millisecondsPerDay }
    }

    /// `12:30`, `12:30:15.250`, `123015`, `9:30`, `09:30 PM`, `01-PM`, in milliseconds.
    mutating func clock(_ bytes: borrowing Span<UInt8>) -> Int64? {
        hasZone = hasZone ?? false
        guard var hour = oneOrTwoDigits(bytes), hour < 24 else { return nil }
        var time: Int64 = 0
        let isMarked = take(UInt8(ascii: ":"), bytes)
        if isMarked || isDigit(bytes[position]) {
            guard let minute = digits(2, bytes), minute < 60 else { return nil }
            time = Int64(minute * 60_000)
            if isMarked ? take(UInt8(ascii: ":"), bytes) : isDigit(bytes[position]) {
                guard let second = digits(2, bytes), second < 60 else { return nil }
                time += Int64(second * 1000)
                if bytes[position] == UInt8(ascii: ".") {
                    position += 1
                    guard let nanoseconds = fraction(bytes) else { return nil }
                    time += nanoseconds / 1_000_000
                }
            }
            guard let half = halfDay(bytes, hour) else { return time + Int64(hour * 3_600_000) }
            hour = half
        } else {
            // Without minutes only with the half of the day behind it.
            guard let half = halfDay(bytes, hour) else { return nil }
            hour = half
        }
        return time + Int64(hour * 3_600_000)
    }

    /// ` AM`, `PM` or `-PM`: the hour from 0 to 23; nil where there is none, and nothing is read.
    private mutating func halfDay(_ bytes: borrowing Span<UInt8>, _ hour: Int) -> Int? {
        let start = position
        if bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "-") { position += 1 }
        let letter = bytes[position] & 0xDF
        let isAfternoon = letter == UInt8(ascii: "P")
        if isAfternoon || letter == UInt8(ascii: "A") {
            position += 1
            if bytes[position] & 0xDF == UInt8(ascii: "M"), (1...12).contains(hour) {
                position += 1
                return hour % 12 + (isAfternoon ? 12 : 0)
            }
        }
        position = start
        return nil
    }

    /// `Z`, ` UTC`, ` GMT+0200`, `+09:00`, `-0500` or nothing, in milliseconds east of Greenwich.
    private mutating func zone(_ bytes: borrowing Span<UInt8>) -> Int64? {
        hasZone = true
        if take(UInt8(ascii: "Z"), bytes) { return 0 }
        var isNamed = false
        if bytes[position] == UInt8(ascii: " "), isLetter(bytes[position + 1]) {
            position += 1
            guard takeWord("UTC", bytes) || takeWord("GMT", bytes) else { return nil }
            isNamed = true
        }
        let isWest = bytes[position] == UInt8(ascii: "-")
        guard isWest || bytes[position] == UInt8(ascii: "+") else {
            hasZone = isNamed
            return 0
        }
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

    private mutating func oneOrTwoDigits(_ bytes: borrowing Span<UInt8>) -> Int? {
        guard isDigit(bytes[position]) else { return nil }
        return isDigit(bytes[position + 1]) ? digits(2, bytes) : digits(1, bytes)
    }

    private mutating func takeWord(_ word: StaticString, _ bytes: borrowing Span<UInt8>) -> Bool {
        let start = position
        for letter in "\(word)".utf8 where !take(letter, bytes) {
            position = start
            return false
        }
        return true
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- UInt8(ascii: "a") < 26 }

    private mutating func take(_ byte: UInt8, _ bytes: borrowing Span<UInt8>) -> Bool {
        guard bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
}
