import Candles

extension Indicator {
    package static let sessionStart = Indicator(
        "session_start", title: "Start of the session",
        summary: "Where a candle is the first of its session, which lasts a day.",
        formula: """
            The day of time + offset - opens hours is another than on the candle before. Yes on the first candle and behind \
            a missing time.
            """,
        source: "Pine session.isfirstbar",
        inputs: [.time], options: [.opens, .offset], outputs: [.mask("session_start")],
        warmup: { _ in 0 }
    ) { arguments in
        let (time, options) = (arguments.inputs[0], arguments.options)
        let days = time.sessionDays(opens: options.real("opens"), offset: options.real("offset"))
        let span = days.span
        return [
            .mask(
                Mask(count: span.count) { words in
                    var before = Double.nan
                    for index in span.indices {
                        let day = span[index]
                        if !day.isNaN, day != before { words[index / 64] |= 1 << (index % 64) }
                        before = day
                    }
                })
        ]
    }
}

extension Series {
    /// Of times: the day on which the session of each candle began, in days since 1970; NaN for what is no time.
    /// - Parameters:
    ///   - opens: the hour at which a session begins.
    ///   - offset: how many hours the clock is before UTC.
    func sessionDays(opens: Double, offset: Double) -> Series {
        let times = span
        return .computed(from: self) { index in
            CalendarMoment(times[index], offset: offset - opens).map { Double($0.day) } ?? .nan
        }
    }
}
