import Candles

extension Indicator {
    package static let median = Indicator(
        "median", title: "Median",
        summary: "The value in the middle of the last candles.",
        formula:
            "The middle one of the last period values in their order; the mean of the two in the middle when even.",
        source: "pandas rolling.median",
        inputs: [.source], options: [.period("period", 20)], outputs: [.series("median")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let period = arguments.options.period
        return [
            .series(
                arguments.inputs[0].ranked(period, (period - 1) / 2, period / 2) { lower, upper in
                    period % 2 == 1 ? upper : (lower + upper) / 2
                })
        ]
    }
}
