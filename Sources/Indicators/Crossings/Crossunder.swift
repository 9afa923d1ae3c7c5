import Candles

extension Indicator {
    package static let crossunder = Indicator(
        "crossunder", title: "Crossunder",
        summary: "Where the first series has just fallen below the second.",
        formula: "first < second, and one candle before first >= second. No where one of the four is missing.",
        source: "Pine ta.crossunder",
        inputs: [.level("first"), .level("second")], outputs: [.mask("crossunder")],
        warmup: { _ in 1 }
    ) { [.mask(.crossover($0.inputs[1], $0.inputs[0]))] }
}
