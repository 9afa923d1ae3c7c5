import Candles

extension Indicator {
    package static let rising = Indicator(
        "rising", title: "Rising",
        summary: "Where the value is above each of the values before it.",
        formula: "value > largest of the period values before it. No where one of them is missing.",
        source: "Pine ta.rising",
        inputs: [.source], options: [.period("period", 1)], outputs: [.mask("rising")],
        warmup: { $0.period }
    ) { arguments in
        let source = arguments.inputs[0]
        let before = Indicator.highest.series([source], [Double(arguments.options.period)]).ago(1)
        return [.mask(.above(source, before))]
    }
}
