/// A time as people write it: `2024-01-31 12:00:00`, UTC. No library's calendar and no time zone is asked.
package enum TimeText {
    package static let millisecondsPerDay: Int64 = 86_400_000

    /// Milliseconds since 1970 as `2024-01-31`, with ` 12:00` where it is no midnight, and `:30`, `.250` where needed.
    package static func text(_ time: Int64) -> String {
        let day = floorDivide(time, millisecondsPerDay)
        let rest = time - day * millisecondsPerDay
        let (year, month, dayOfMonth) = civil(day)
        var text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
        guard rest != 0 else { return text }
        text += " \(padded(Int(rest / 3_600_000), 2)):\(padded(Int(rest / 60_000 % 60), 2))"
        guard rest % 60_000 != 0 else { return text }
        text += ":\(padded(Int(rest / 1000 % 60), 2))"
        return rest % 1000 == 0 ? text : text + ".\(padded(Int(rest % 1000), 3))"
    }

    /// Days since 1970 of a date of the Gregorian calendar; nil where there is no such date.
    ///
    /// Hinnant, chrono-compatible low-level date algorithms: the year starts in March, so that leap days come last.
    package static func day(year: Int, month: Int, day: Int) -> Int64? {
        guard (1...12).contains(month), day >= 1, day <= length(of: month, in: year) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of the month of a day since 1970.
    package static func civil(_ day: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = Int(day) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }

    /// The quotient rounded down, also below zero.
    package static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
