import Candles

extension Indicator {
    package static let session = Indicator(
        "session", title: "Session",
        summary: "Where a candle starts within some hours of the day.",
        formula: """
            opens <= hour < closes, the hour of time + offset hours, with its fraction: 9.5 is half past nine. opens above \
            closes: over midnight. Equal: never.
            """,
        source: "Pine time(timeframe, session)",
        inputs: [.time], options: [.opens, .real("closes", 24, in: 0...24), .offset], outputs: [.mask("session")],
        warmup: { _ in 0 }
    ) { arguments in
        let (options, time) = (arguments.options, arguments.inputs[0])
        let times = time.span
        let (opens, closes, offset) = (options.real("opens"), options.real("closes"), options.real("offset"))
        return [
            .mask(
                Mask(count: times.count) { words in
                    for index in times.indices {
                        guard let hours = CalendarMoment(times[index], offset: offset)?.hours else { continue }
                        let isOpen = hours >= opens
                        let isInside = opens <= closes ? isOpen && hours < closes : isOpen || hours < closes
                        if isInside { words[index / 64] |= 1 << (index % 64) }
                    }
                })
        ]
    }
}
