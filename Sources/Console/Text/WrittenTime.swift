import Candles

/// Times as people write them.
package enum WrittenTime {
    private static let units = ["ms": 0.001, "s": 1.0, "m": 60, "min": 60, "h": 3600, "d": 86_400]

    /// Milliseconds since 1970, UTC, of `2024-01-31`, `2024-01-31T12:05` or `2024-01-31 12:05:30`, with or without a `Z`.
    package static func moment(_ text: String) -> Int64? {
        let form = /(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?Z?/
        guard let parts = text.wholeMatch(of: form)?.output,
            let year = Int(parts.1), let month = Int(parts.2), let day = Int(parts.3),
            let days = Candles.TimeText.day(year: year, month: month, day: day)
        else { return nil }
        let clock = [parts.4, parts.5, parts.6].map { $0.flatMap { Int64($0) } ?? 0 }
        guard clock[0] < 24, clock[1] < 60, clock[2] < 60 else { return nil }
        return days * 86_400_000 + (clock[0] * 3600 + clock[1] * 60 + clock[2]) * 1000
    }

    /// `12h`, `90m`, `2s`, `1.5h`; a bare number counts seconds. Above 0 and at most a year.
    package static func duration(_ text: String) -> Duration? {
        let digits = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(digits.count)
        guard let number = Double(digits), let seconds = unit.isEmpty ? 1 : units[String(unit)],
            number > 0, number * seconds <= 366 * 86_400
        else { return nil }
        return .seconds(number * seconds)
    }
}
