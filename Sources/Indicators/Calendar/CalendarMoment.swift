import Candles

/// A moment as a calendar and a clock show it, some hours from UTC.
struct CalendarMoment {
    /// Days since 1970-01-01.
    let day: Int
    /// Milliseconds since midnight.
    let time: Int

    /// The latest moment, either way from 1970, that is one: 100,000,000 days.
    private static let limit = 8.64e15
    private static let millisecondsPerDay = 86_400_000

    /// Nil for what is no moment.
    /// - Parameters:
    ///   - milliseconds: since 1970, UTC.
    ///   - offset: how many hours the clock is before UTC.
    init?(_ milliseconds: Double, offset: Double) {
        let shown = milliseconds + offset * 3_600_000
        guard shown.magnitude <= Self.limit else { return nil }
        let whole = Int(shown.rounded(.down))
        day = whole >= 0 ? whole / Self.millisecondsPerDay : -1 - (-1 - whole) / Self.millisecondsPerDay
        time = whole - day * Self.millisecondsPerDay
    }

    /// Hours since midnight, with their fraction.
    var hours: Double { Double(time) / 3_600_000 }
    var hour: Int { time / 3_600_000 }
    var minute: Int { time / 60_000 % 60 }

    /// Monday 1 to Sunday 7, as in ISO 8601. 1970 began on a Thursday.
    var weekday: Int { ((day + 3) % 7 + 7) % 7 + 1 }

    /// Year, month from 1 and day from 1 (Hinnant, chrono-Compatible Low-Level Date Algorithms, civil_from_days).
    var date: (year: Int, month: Int, day: Int) {
        // Days since 0000-03-01: years that begin in March have the leap day at their end.
        let days = day + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let ofEra = days - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * ofYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, ofYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension Indicator.Option {
    /// How many hours the clock is before UTC, as 5.5 for India or -5 for New York in winter.
    static let offset = real("offset", 0, in: -14...14)

    /// The hour of the day at which a session begins, with its fraction.
    static let opens = real("opens", 0, in: 0...24)
}
