/// What an import is told; whatever is nil is read from the file and its name.
package struct ImportOptions: Sendable {
    /// What to do with two candles of one time that differ; equal ones are dropped and counted.
    package enum Duplicates: String, CaseIterable, Sendable {
        case reject, first, last
    }

    /// What to do where candles are missing.
    package enum Gaps: String, CaseIterable, Sendable {
        case keep, fill, reject
    }

    /// What to do with lines that are no possible candle.
    package enum Bad: String, CaseIterable, Sendable {
        /// Refuse the file.
        case reject
        /// Leave them out and count them.
        case drop
        /// Take those whose fields are all numbers as they are, and count them; others refuse the file.
        case keep
    }

    /// Whether the time of a candle is when it starts or when it ends.
    package enum TimeIs: String, CaseIterable, Sendable {
        case start, end
    }

    package var symbol: String?
    package var timeframe: Timeframe?
    /// The name of an importer; nil lets them look at the file.
    package var format: String?
    /// What each column holds, from the left; nil for a header or the usual order.
    package var columns: [ImportColumn]?
    /// In what times are counted; nil decides by their size, row by row.
    package var timeUnit: TimeUnit?
    package var duplicates = Duplicates.reject
    package var gaps = Gaps.keep
    package var bad = Bad.reject
    /// The order in dates that end in the year; nil asks the dates of the whole file.
    package var dateFormat: DateFormat?
    /// Where the clocks stand that dates without a zone were read off; nil for UTC, or a maker's known one.
    package var timeZone: ClockZone?
    /// nil concludes the end from close times, and takes the start otherwise.
    package var timeIs: TimeIs?
    /// Whether plain lines may be read many at a time, which changes nothing else: tests compare both ways.
    var readsPlainRows = true

    package init() {}
}

/// What a column of a foreign file can hold.
package enum ImportColumn: String, CaseIterable, Sendable {
    /// A time, or a day with its time.
    case time
    /// The time of the day, beside a column with the day.
    case clock
    case open, high, low, close, volume
    /// Whose candle it is, in files of several symbols.
    case symbol
    /// 1 for a candle that was filled in, else 0, as our own export has it.
    case filled
    /// Anything that is not read.
    case ignored = "-"
}

/// In what a whole number of time since 1970 is counted.
package enum TimeUnit: String, CaseIterable, Sendable {
    case seconds = "s"
    case milliseconds = "ms"
    case microseconds = "us"
    case nanoseconds = "ns"

    /// By the size of a number between 1973 and 2286 in each unit: seconds have at most 11 digits, nanoseconds 18.
    static func likely(_ number: Int64) -> TimeUnit {
        switch number.magnitude {
        case ..<100_000_000_000: .seconds
        case ..<100_000_000_000_000: .milliseconds
        case ..<100_000_000_000_000_000: .microseconds
        default: .nanoseconds
        }
    }

    /// The number in milliseconds, a part of one cut off; nil where it is far out of any calendar.
    func milliseconds(_ number: Int64) -> Int64? {
        switch self {
        case .seconds: number.magnitude < 1 << 50 ? number * 1000 : nil
        case .milliseconds: number
        case .microseconds: TimeText.floorDivide(number, 1000)
        case .nanoseconds: TimeText.floorDivide(number, 1_000_000)
        }
    }
}
