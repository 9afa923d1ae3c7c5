import Candles

extension Indicator {
    package static let ac = Indicator(
        "ac", title: "Accelerator oscillator",
        summary: "How the driving force changes: the awesome oscillator less its average.",
        formula: """
            ao - SMA of ao over signal candles, where ao = SMA over fast candles - SMA over slow candles of \
            (high + low) / 2.
            """,
        source: "Williams, New Trading Dimensions, 1998; TA-Lib AC",
        inputs: [.high, .low],
        options: [.period("fast", 5, from: 2), .period("slow", 34, from: 2), .period("signal", 5, from: 2)],
        outputs: [.series("ac")],
        warmup: { max($0.whole("fast"), $0.whole("slow")) + $0.whole("signal") - 2 }
    ) { arguments in
        let middle = Series.candlewise(arguments.inputs[0], arguments.inputs[1]) { ($0 + $1) / 2 }
        let oscillator = Series.candlewise(
            middle.simpleMovingAverage(arguments.options.whole("fast")),
            middle.simpleMovingAverage(arguments.options.whole("slow"))
        ) { $0 - $1 }
        let signal = oscillator.simpleMovingAverage(arguments.options.whole("signal"))
        return [.series(.candlewise(oscillator, signal) { $0 - $1 })]
    }
}
