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
        let oscillator = Series.awesomeOscillator(
            arguments.inputs[0], arguments.inputs[1], fast: arguments.options.whole("fast"),
            slow: arguments.options.whole("slow"))
        let signal = oscillator.simpleMovingAverage(arguments.options.whole("signal"))
        return [.series(.candlewise(oscillator, signal) { $0 - $1 })]
    }
}
