import Candles

extension Indicator {
    package static let zscore = Indicator(
        "zscore", title: "Z-score",
        summary: "How many standard deviations the value is from the mean of the last candles.",
        formula: "(value - SMA) / deviation of the last period values (population). 0 where nothing moves.",
        source: "Kreyszig, Advanced Engineering Mathematics, 1979, p. 880",
        inputs: [.source], options: [.period("period", 20, from: 2)], outputs: [.series("zscore")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let (mean, deviation) = (source.simpleMovingAverage(period), source.standardDeviation(period))
        let (values, means, deviations) = (source.span, mean.span, deviation.span)
        return [
            .series(
                .computed(from: mean, deviation) { index in
                    deviations[index] == 0 ? 0 : (values[index] - means[index]) / deviations[index]
                })
        ]
    }
}
