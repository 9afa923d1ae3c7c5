import Candles

extension Indicator {
    package static let eri = Indicator(
        "eri", title: "Elder ray index",
        summary: "How far bulls and bears pushed the price away from its average.",
        formula: "bull = high - EMA of close; bear = low - EMA of close.",
        source: "Elder, Trading for a Living, 1993; TA-Lib ERI",
        inputs: [.high, .low, .close], options: [.period("period", 13)], outputs: [.series("bull"), .series("bear")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (high, low, close) = (arguments.inputs[0], arguments.inputs[1], arguments.inputs[2])
        // All three begin anew behind what is missing in one.
        let average = Series.candlewise(high, low, close) { _, _, close in close }
            .exponentialMovingAverage(arguments.options.period)
        return [
            .series(.candlewise(high, average) { $0 - $1 }), .series(.candlewise(low, average) { $0 - $1 }),
        ]
    }
}
