import Candles

extension Indicator {
    package static let avgdev = Indicator(
        "avgdev", title: "Average deviation",
        summary: "How far the last candles lie from their mean, on average.",
        formula: "Mean of |value - mean| over the last period values. The work grows with the period.",
        source: "TA-Lib AVGDEV",
        inputs: [.source], options: [.period("period", 14, from: 2)], outputs: [.series("avgdev")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].averageDeviation($0.options.period))] }
}

extension Series {
    /// The mean distance of the last `period` values from their mean; exactly 0 where nothing moves.
    func averageDeviation(_ period: Int) -> Series {
        let mean = simpleMovingAverage(period)
        let (values, means) = (span, mean.span)
        return .along([mean]) { stretch, result in
            for index in stretch {
                var sum = 0.0
                for member in (index - period + 1)...index { sum += (values[member] - means[index]).magnitude }
                result[index] = sum / Double(period)
            }
        }
    }
}
