import Candles

extension Indicator {
    package static let rank = Indicator(
        "rank", title: "Rank",
        summary: "Where the value stands among the last candles, from above 0 for the lowest to 1 for the highest.",
        formula:
            "Rank of the value among the last period values, from 1 for the smallest, equal ones the mean of theirs; / period.",
        source: "pandas rolling.rank(pct=True)",
        inputs: [.source], options: [.period("period", 20)], outputs: [.series("rank")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let period = arguments.options.period
        return [
            .series(
                arguments.inputs[0].standings(period) { below, equal in
                    (Double(below) + Double(equal + 1) / 2) / Double(period)
                })
        ]
    }
}
