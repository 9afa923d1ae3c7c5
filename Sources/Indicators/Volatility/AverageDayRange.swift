import Candles

extension Indicator {
    package static let adr = Indicator(
        "adr", title: "Average day range",
        summary: "The mean height of the last candles, gaps between them left out.",
        formula: "SMA of high - low.",
        source: "TA-Lib ADR",
        inputs: [.high, .low], options: [.period("period", 14)], outputs: [.series("adr")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let height = Series.candlewise(arguments.inputs[0], arguments.inputs[1]) { high, low in high - low }
        return [.series(height.simpleMovingAverage(arguments.options.period))]
    }
}
