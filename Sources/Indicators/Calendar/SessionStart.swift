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
        let days = time.sessions(.day, opens: options.real("opens"), offset: options.real("offset"))
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
