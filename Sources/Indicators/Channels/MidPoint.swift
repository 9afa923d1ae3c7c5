import Candles

extension Indicator {
    package static let midpoint = Indicator(
        "midpoint", title: "Midpoint",
        summary: "The middle between the largest and the smallest of the last values.",
        formula: "(highest + lowest of the last period values) / 2.",
        source: "TA-Lib MIDPOINT",
        inputs: [.source], options: [.period("period", 14, from: 2)], outputs: [.series("midpoint")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        return [.series(.candlewise(source.highest(period), source.lowest(period)) { ($0 + $1) / 2 })]
    }
}
