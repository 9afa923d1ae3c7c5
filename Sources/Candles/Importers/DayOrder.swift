/// Which of the first two numbers of a date is the day, in dates that end in the year.
package enum DateFormat: String, CaseIterable, Sendable {
    case dayFirst = "dmy"
    case monthFirst = "mdy"
    case yearFirst = "ymd"

    /// For the report.
    var words: String {
        switch self {
        case .dayFirst: "days before months"
        case .monthFirst: "months before days"
        case .yearFirst: "years first"
        }
    }
}

/// What the dates of a whole file tell about the order of days and months.
///
/// A number above 12 is a day. Failing that, candles within days settle it where they go on from day to day in one order
/// and would skip months in the other.
struct DayOrder {
    private typealias Day = (first: Int, second: Int, year: Int)
    private static let (longestPause, shortestMonth): (Int64, Int64) = (5, 27)

    private var largest = (first: 0, second: 0)
    private var last: Day?
    private var dayCount = 0
    private var hasRepeats = false
    /// The largest step between two days that differ, either way; nil where a date cannot be.
    private var steps: (dayFirst: Int64?, monthFirst: Int64?) = (0, 0)

    /// Fails with `unclear` where each date would be one either way.
    static func found(in text: Column<UInt8>, file: String, layout: CSVLayout) throws(CandleError) -> DateFormat {
        var order = DayOrder()
        order.look(text.span, layout: layout)
        if order.largest.first > 12 { return .dayFirst }
        if order.largest.second > 12 { return .monthFirst }
        if let format = order.byContinuity { return format }
        throw .unclear(
            file: file, what: "has dates whose day and month could be swapped", option: "--date-format dmy or mdy")
    }

    private var byContinuity: DateFormat? {
        guard hasRepeats, dayCount > 1, let days = steps.dayFirst, let months = steps.monthFirst else { return nil }
        if days <= Self.longestPause && months >= Self.shortestMonth { return .dayFirst }
        if months <= Self.longestPause && days >= Self.shortestMonth { return .monthFirst }
        return nil
    }

    private mutating func look(_ text: borrowing Span<UInt8>, layout: CSVLayout) {
        let column = layout.columns.firstIndex(of: .time) ?? 0
        var position = layout.start
        var field = 0
        var isAtField = true
        while position < text.count {
            if isAtField && field == column { see(text, position) }
            isAtField = text[position] == layout.separator
            if isAtField { field += 1 }
            if text[position] == UInt8(ascii: "\n") { (field, isAtField) = (0, true) }
            position += 1
        }
    }

    private mutating func see(_ text: borrowing Span<UInt8>, _ start: Int) {
        var numbers = [0]
        var position = start
        while position < text.count, numbers.count < 4, position - start < 12 {
            let byte = text[position]
            if byte &- UInt8(ascii: "0") <= 9 {
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - UInt8(ascii: "0"))
            } else if TimeReader.isDateMark(byte) {
                numbers.append(0)
            } else if byte != UInt8(ascii: "\"") && byte != UInt8(ascii: " ") || position > start + 1 {
                break
            }
            position += 1
        }
        guard numbers.count == 3, numbers[2] > 999 else { return }
        add((numbers[0], numbers[1], numbers[2]))
    }

    private mutating func add(_ day: Day) {
        largest = (max(largest.first, day.first), max(largest.second, day.second))
        guard let before = last else {
            last = day
            dayCount = 1
            return
        }
        if before == day {
            hasRepeats = true
            return
        }
        dayCount += 1
        last = day
        func step(_ number: (Day) -> Int64?, _ longest: Int64?) -> Int64? {
            guard let longest, let left = number(before), let right = number(day) else { return nil }
            return max(longest, (right - left).magnitude > 1 << 40 ? longest : abs(right - left))
        }
        steps.dayFirst = step(
            { TimeText.day(year: $0.year, month: $0.second, day: $0.first) }, steps.dayFirst)
        steps.monthFirst = step(
            { TimeText.day(year: $0.year, month: $0.first, day: $0.second) }, steps.monthFirst)
    }
}
