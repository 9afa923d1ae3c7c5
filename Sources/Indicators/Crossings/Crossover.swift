import Candles

extension Indicator {
    package static let crossover = Indicator(
        "crossover", title: "Crossover",
        summary: "Where the first series has just risen above the second.",
        formula: "first > second, and one candle before first <= second. No where one of the four is missing.",
        source: "Pine ta.crossover",
        inputs: [.level("first"), .level("second")], outputs: [.mask("crossover")],
        warmup: { _ in 1 }
    ) { [.mask(.crossover($0.inputs[0], $0.inputs[1]))] }
}
