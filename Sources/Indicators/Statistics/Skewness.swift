import Candles

extension Indicator {
    package static let skew = Indicator(
        "skew", title: "Skewness",
        summary: "Whether the far values of the last candles lie above their mean, or below it where negative.",
        formula: """
            root of n * (n - 1) / (n - 2) * third moment / variance^1.5, the moments about the mean of the last \
            n = period values. 0 where nothing moves.
            """,
        source: "Joanes and Gill, The Statistician 47, 1998, p. 183, G1; pandas rolling.skew",
        inputs: [.source], options: [.period("period", 20, from: 3)], outputs: [.series("skew")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let count = Double(arguments.options.period)
        let scale = (count * (count - 1)).squareRoot() / (count - 2)
        return [
            .series(
                arguments.inputs[0].windowMoments(arguments.options.period) { moments, _ in
                    let variance = moments.variance
                    return variance > 0 ? scale * moments.third / (variance * variance.squareRoot()) : 0
                })
        ]
    }
}
