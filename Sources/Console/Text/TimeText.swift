/// Moments in UTC, from milliseconds since 1970: `2024-01-31T12:05:00Z`.
package enum TimeText {
    /// ISO 8601 with seconds, and milliseconds where there are some.
    package static func iso(milliseconds: Int64) -> String {
        let (day, rest) = split(milliseconds)
        let part = rest % 1000
        return date(day) + "T" + clock(rest, seconds: true) + (part == 0 ? "" : "." + padded(part, 3)) + "Z"
    }

    /// How much of a moment is worth showing.
    enum Precision: Comparable { case day, minute, second, millisecond }

    /// The least precision that tells a moment in full.
    static func precision(milliseconds: Int64) -> Precision {
        if milliseconds % 86_400_000 == 0 { return .day }
        if milliseconds % 60_000 == 0 { return .minute }
        return milliseconds % 1000 == 0 ? .second : .millisecond
    }

    /// For eyes: `2024-01-31`, `2024-01-31 12:05`.
    static func text(milliseconds: Int64, precision: Precision) -> String {
        let (day, rest) = split(milliseconds)
        switch precision {
        case .day: return date(day)
        case .minute: return date(day) + " " + clock(rest, seconds: false)
        case .second: return date(day) + " " + clock(rest, seconds: true)
        case .millisecond: return date(day) + " " + clock(rest, seconds: true) + "." + padded(rest % 1000, 3)
        }
    }

    /// For eyes, no more precise than it needs to be.
    package static func text(milliseconds: Int64) -> String {
        text(milliseconds: milliseconds, precision: precision(milliseconds: milliseconds))
    }

    /// Days since 1970 and milliseconds since midnight.
    private static func split(_ milliseconds: Int64) -> (day: Int64, rest: Int64) {
        let rest = ((milliseconds % 86_400_000) + 86_400_000) % 86_400_000
        return ((milliseconds - rest) / 86_400_000, rest)
    }

    private static func clock(_ rest: Int64, seconds: Bool) -> String {
        let minutes = padded(rest / 3_600_000, 2) + ":" + padded(rest / 60_000 % 60, 2)
        return seconds ? minutes + ":" + padded(rest / 1000 % 60, 2) : minutes
    }

    /// The Gregorian date so many days after 1970-01-01.
    ///
    /// Years begin in March, so that the leap day is the last of them, in eras of 400 years.
    /// Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, 2013, `civil_from_days`.
    private static func date(_ days: Int64) -> String {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = value.magnitude.description
        return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
