import Candles

extension Indicator {
    package static let stddev = Indicator(
        "stddev", title: "Standard deviation",
        summary: "How widely the last candles lie around their mean.",
        formula: "deviations * root of the mean of (value - mean)^2 over the last period values (population).",
        source: "TA-Lib STDDEV",
        inputs: [.source], options: [.period("period", 5, from: 2), .real("deviations", 1, in: 0...1000)],
        outputs: [.series("stddev")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let deviation = arguments.inputs[0].standardDeviation(arguments.options.period)
        let scale = arguments.options.real("deviations")
        guard scale != 1 else { return [.series(deviation)] }
        let values = deviation.span
        return [.series(Series(count: values.count) { for i in values.indices { $0[i] = values[i] * scale } })]
    }
}

extension Series {
    /// The population standard deviation of the last `period` values, exactly 0 where nothing moves.
    package func standardDeviation(_ period: Int) -> Series {
        .along(self, warmup: period - 1) { stretch, result in
            Rolling.deviations(of: self, in: stretch, period: period, into: &result)
        }
    }
}
