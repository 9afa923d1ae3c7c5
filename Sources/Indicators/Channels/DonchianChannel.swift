import Candles

extension Indicator {
    package static let donchian = Indicator(
        "donchian", title: "Donchian channel",
        summary: "The highest high and the lowest low of the last candles, and the middle between them.",
        formula: """
            upper = highest high, lower = lowest low of the last period candles, the present one included; \
            middle = (upper + lower) / 2.
            """,
        source: "Donchian's four-week rule: Kaufman, Trading Systems and Methods, 2013, ch. 5; TA-Lib DONCHIAN",
        inputs: [.high, .low], options: [.period("period", 20, from: 2)],
        outputs: [.series("upper"), .series("middle"), .series("lower")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (high, low) = (arguments.inputs[0], arguments.inputs[1])
        let range = PriceRange(arguments.inputs, arguments.options.period)
        return [
            .series(Series(range.highest.values, tick: high.tick)),
            .series(.candlewise(range.highest, range.lowest) { ($0 + $1) / 2 }),
            .series(Series(range.lowest.values, tick: low.tick)),
        ]
    }

    package static let donchianBefore = Indicator(
        "donchian_prev", title: "Donchian channel before the candle",
        summary: "The highest high and the lowest low of the candles before: a close beyond them is a breakout.",
        formula: "upper = highest high, lower = lowest low of the period candles before the present one.",
        source: "Donchian's four-week rule: Kaufman, Trading Systems and Methods, 2013, ch. 5",
        inputs: [.high, .low], options: [.period("period", 20)], outputs: [.series("upper"), .series("lower")],
        warmup: { $0.period }
    ) { arguments in
        let (inputs, period) = (arguments.inputs, arguments.options.period)
        let range = PriceRange(inputs, period)
        return zip([range.highest, range.lowest], inputs).map { extreme, input in
            let extremes = extreme.span
            let before = Series.along(inputs) { stretch, result in
                for index in stretch.dropFirst(period) { result[index] = extremes[index - 1] }
            }
            return .series(Series(before.values, tick: input.tick))
        }
    }
}
