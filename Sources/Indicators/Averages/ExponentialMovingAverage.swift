import Candles

extension Indicator {
    package static let ema = Indicator(
        "ema", title: "Exponential moving average",
        summary: "A mean that weighs each candle less than the one after it.",
        formula: "k = 2 / (period + 1). Begins with the mean of the first period values; then e + k * (value - e).",
        source: "TA-Lib EMA",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("ema")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].exponentialMovingAverage($0.options.period))] }
}

extension Series {
    /// The exponential mean with 2 / (period + 1) as its weight, seeded with the mean of the first `period` values.
    package func exponentialMovingAverage(_ period: Int) -> Series {
        .along(self, warmup: period - 1) { stretch, result in
            Rolling.exponentialMeans(of: self, in: stretch, period: period, into: &result)
        }
    }
}

extension Rolling {
    /// Exponential means along a stretch, from the candle on which the first `period` values are complete.
    static func exponentialMeans(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>
    ) {
        smoothedMeans(of: series, in: stretch, period: period, by: Smoothing(period: period), into: &result)
    }

    /// Smoothed means along a stretch, seeded with the mean of the first `period` values.
    static func smoothedMeans(
        of series: Series, in stretch: Range<Int>, period: Int, by smoothing: Smoothing,
        into result: inout MutableSpan<Double>
    ) {
        guard stretch.count >= period else { return }
        let first = stretch.lowerBound + period - 1
        means(of: series, in: stretch.lowerBound..<(first + 1), period: period, into: &result)
        smooth(series.span, behind: first, to: stretch.upperBound, by: smoothing, into: &result)
    }
}
