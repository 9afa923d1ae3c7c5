import Candles

extension Indicator {
    package static let rma = Indicator(
        "rma", title: "Wilder's moving average",
        summary: "An exponential mean that forgets slowly, as in Wilder's indicators.",
        formula: "Begins with the mean of the first period values; then (r * (period - 1) + value) / period.",
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 23; TA-Lib RMA; Pine ta.rma",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("rma")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].wilderMovingAverage($0.options.period))] }
}

extension Series {
    /// The exponential mean with 1 / period as its weight, seeded with the mean of the first `period` values.
    func wilderMovingAverage(_ period: Int) -> Series {
        .along([self]) { stretch, result in
            Rolling.smoothedMeans(of: self, in: stretch, period: period, by: Smoothing(wilder: period), into: &result)
        }
    }
}
