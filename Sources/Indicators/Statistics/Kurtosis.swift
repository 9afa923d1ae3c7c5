import Candles

extension Indicator {
    package static let kurtosis = Indicator(
        "kurtosis", title: "Kurtosis",
        summary: "How much more the last candles hold of far values than a normal distribution does, which has 0.",
        formula: """
            (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (fourth moment / variance^2 - 3) + 6), the moments about the mean \
            of the last n = period values. 0 where nothing moves.
            """,
        source: "Joanes and Gill, The Statistician 47, 1998, p. 184, G2; pandas rolling.kurt",
        inputs: [.source], options: [.period("period", 20, from: 4)], outputs: [.series("kurtosis")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let count = Double(arguments.options.period)
        let scale = (count - 1) / ((count - 2) * (count - 3))
        return [
            .series(
                arguments.inputs[0].windowMoments(arguments.options.period) { moments, _ in
                    let variance = moments.variance
                    guard variance > 0 else { return 0 }
                    return scale * ((count + 1) * (moments.fourth / (variance * variance) - 3) + 6)
                })
        ]
    }
}
