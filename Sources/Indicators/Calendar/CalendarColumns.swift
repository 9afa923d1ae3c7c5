import Candles

// What the calendar and the clock show at the start of each candle. Daylight saving time is not known: who trades
// where there is one sets the offset for a season, or stays in UTC.

extension Indicator {
    package static let minute = calendar(
        "minute", "Minute", "The minute of the hour at which each candle starts, 0 to 59."
    ) { $0.minute }

    package static let hour = calendar(
        "hour", "Hour", "The hour of the day at which each candle starts, 0 to 23."
    ) { $0.hour }

    package static let weekday = calendar(
        "weekday", "Weekday", "The day of the week on which each candle starts, 1 for Monday to 7 for Sunday."
    ) {
        $0.weekday
    }

    package static let day = calendar(
        "day", "Day of the month", "The day of the month on which each candle starts, 1 to 31."
    ) { $0.date.day }

    package static let month = calendar(
        "month", "Month", "The month in which each candle starts, 1 to 12."
    ) { $0.date.month }

    package static let year = calendar(
        "year", "Year", "The year in which each candle starts."
    ) { $0.date.year }

    private static func calendar(
        _ name: String, _ title: String, _ summary: String, _ value: @escaping @Sendable (CalendarMoment) -> Int
    ) -> Indicator {
        Indicator(
            name, title: title, summary: summary,
            formula: "Of time + offset hours, time in milliseconds since 1970, UTC.",
            source: "ISO 8601, the Gregorian calendar for all times",
            inputs: [.time], options: [.offset], outputs: [.series(name)],
            warmup: { _ in 0 }
        ) { arguments in
            let (time, offset) = (arguments.inputs[0], arguments.options.real("offset"))
            let times = time.span
            let shown = Series.computed(from: time) { index in
                CalendarMoment(times[index], offset: offset).map { Double(value($0)) } ?? .nan
            }
            return [.series(Series(shown.values, tick: Tick(decimals: 0)))]
        }
    }
}
