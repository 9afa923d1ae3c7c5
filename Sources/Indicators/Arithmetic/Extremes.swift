import Candles

// TA-Lib's names for what `highest` and `lowest` give.
extension Indicator {
    package static let maximum = Indicator(
        "max", title: "Highest value",
        summary: "The highest of the last candles; ta.highest by TA-Lib's name.",
        formula: "Largest of the last period values.",
        source: "TA-Lib MAX",
        inputs: [.source], options: [.period("period", 30, from: 2)], outputs: [.series("max")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].highest($0.options.period))] }

    package static let minimum = Indicator(
        "min", title: "Lowest value",
        summary: "The lowest of the last candles; ta.lowest by TA-Lib's name.",
        formula: "Smallest of the last period values.",
        source: "TA-Lib MIN",
        inputs: [.source], options: [.period("period", 30, from: 2)], outputs: [.series("min")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].lowest($0.options.period))] }

    package static let extremes = Indicator(
        "minmax", title: "Lowest and highest value",
        summary: "The lowest and the highest of the last candles.",
        formula: "Smallest and largest of the last period values.",
        source: "TA-Lib MINMAX",
        inputs: [.source], options: [.period("period", 30, from: 2)], outputs: [.series("min"), .series("max")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        return [.series(source.lowest(period)), .series(source.highest(period))]
    }
}
