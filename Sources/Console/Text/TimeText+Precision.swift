import Candles

extension TimeText {
    /// How much of a moment is worth showing.
    enum Precision: Comparable { case day, minute, second, millisecond }

    /// The least precision that tells a moment in full.
    static func precision(_ time: Int64) -> Precision {
        if time % 86_400_000 == 0 { return .day }
        if time % 60_000 == 0 { return .minute }
        return time % 1000 == 0 ? .second : .millisecond
    }

    /// For eyes: `2024-01-31`, `2024-01-31 12:05`, as precise as asked for.
    static func text(_ time: Int64, precision: Precision) -> String {
        let day = day(of: time)
        let clock = clock(time)
        switch precision {
        case .day: return day
        case .minute: return day + " " + clock.prefix(5)
        case .second: return day + " " + clock.prefix(8)
        case .millisecond: return day + " " + clock
        }
    }

    /// For programs, ISO 8601: `2024-01-31T12:05:00Z`, with milliseconds where there are some.
    package static func iso(_ time: Int64) -> String {
        day(of: time) + "T" + clock(time).prefix(time % 1000 == 0 ? 8 : 12) + "Z"
    }

    private static func day(of time: Int64) -> String {
        text(time - rest(time))
    }

    /// `12:05:00.000`
    private static func clock(_ time: Int64) -> String {
        let rest = rest(time)
        let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, 2) }
        return parts.joined(separator: ":") + "." + padded(rest % 1000, 3)
    }

    /// Milliseconds since midnight.
    private static func rest(_ time: Int64) -> Int64 {
        ((time % 86_400_000) + 86_400_000) % 86_400_000
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
