import Candles

extension Indicator {
    package static let qstick = Indicator(
        "qstick", title: "Qstick",
        summary: "The mean body of the last candles: above 0 where closes lie above opens.",
        formula: "SMA of close - open.",
        source: "Chande and Kroll, The New Technical Trader, 1994; TA-Lib QSTICK",
        inputs: [.open, .close], options: [.period("period", 10)], outputs: [.series("qstick")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let bodies = Series.candlewise(arguments.inputs[0], arguments.inputs[1]) { open, close in close - open }
        return [.series(bodies.simpleMovingAverage(arguments.options.period))]
    }
}
