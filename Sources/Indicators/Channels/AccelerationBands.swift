import Candles

extension Indicator {
    package static let accbands = Indicator(
        "accbands", title: "Acceleration bands",
        summary: "A moving average with bands that widen with the height of the candles.",
        formula: """
            upper = SMA of high * (1 + w), middle = SMA of close, lower = SMA of low * (1 - w), where \
            w = 4 * (high - low) / (high + low), 0 where high + low is 0.
            """,
        source: "Headley, Big Trends in Trading, 2002; TA-Lib ACCBANDS",
        inputs: [.high, .low, .close], options: [.period("period", 20, from: 2)],
        outputs: [.series("upper"), .series("middle"), .series("lower")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (high, low, close) = (arguments.inputs[0], arguments.inputs[1], arguments.inputs[2])
        let width = Series.candlewise(high, low, close) { high, low, _ in
            high + low == 0 ? 0 : 4 * (high - low) / (high + low)
        }
        // All three begin anew behind what is missing in one.
        let middle = Series(Series.candlewise(close, width) { close, _ in close }.values, tick: close.tick)
        return [.candlewise(high, width) { $0 * (1 + $1) }, middle, .candlewise(low, width) { $0 * (1 - $1) }]
            .map { .series($0.simpleMovingAverage(arguments.options.period)) }
    }
}
