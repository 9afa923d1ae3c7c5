import Candles

extension Indicator {
    package static let kama = Indicator(
        "kama", title: "Kaufman's adaptive moving average",
        summary: "An average that is fast in a trend and stands still in noise.",
        formula: """
            c = (ER * (2/3 - 2/31) + 2/31)^2, where ER is the efficiency ratio of the period; k + c * (value - k), from \
            the value before the first ER on. Period 1: the value itself.
            """,
        source: "Kaufman, Smarter Trading, 1995, p. 129; TA-Lib KAMA",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("kama")],
        warmup: { $0.period == 1 ? 0 : $0.period }
    ) { [.series($0.inputs[0].kaufmanMovingAverage($0.options.period))] }
}

extension Series {
    func kaufmanMovingAverage(_ period: Int) -> Series {
        guard period > 1 else { return .candlewise(self) { $0 } }
        let (fastest, slowest) = (2.0 / 3, 2.0 / 31)
        let ratio = efficiencyRatio(period)
        let (values, ratios) = (span, ratio.span)
        return .along([ratio]) { stretch, result in
            var mean = values[stretch.lowerBound - 1]
            for index in stretch {
                let share = ratios[index] * (fastest - slowest) + slowest
                mean += share * share * (values[index] - mean)
                result[index] = mean
            }
        }
    }
}
