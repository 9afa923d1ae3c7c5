import Candles

extension Indicator {
    package static let falling = Indicator(
        "falling", title: "Falling",
        summary: "Where the value is below each of the values before it.",
        formula: "value < smallest of the period values before it. No where one of them is missing.",
        source: "Pine ta.falling",
        inputs: [.source], options: [.period("period", 1)], outputs: [.mask("falling")],
        warmup: { $0.period }
    ) { arguments in
        let source = arguments.inputs[0]
        let before = Indicator.lowest.series([source], [Double(arguments.options.period)]).ago(1)
        return [.mask(.below(source, before))]
    }
}
