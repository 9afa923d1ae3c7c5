import Candles

extension Indicator {
    package static let vwma = Indicator(
        "vwma", title: "Volume-weighted moving average",
        summary: "A mean in which each candle counts by its volume.",
        formula: """
            Sum of value * volume / sum of volume over the last period candles. NaN where the volumes sum to 0; of period \
            1 the value itself.
            """,
        source: "TA-Lib VWMA; Pine ta.vwma",
        inputs: [.source(or: "close"), .volume], options: [.period("period", 30)], outputs: [.sparse("vwma")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, volume, period) = (arguments.inputs[0], arguments.inputs[1], arguments.options.period)
        if period == 1 { return [.series(.candlewise(source, volume) { value, _ in value })] }
        return [.series(source.windowMeans(weighedBy: volume, period))]
    }
}

extension Series {
    /// Means over windows of `period` candles in which each counts by its weight; NaN where the weights sum to 0.
    func windowMeans(weighedBy weight: Series, _ period: Int) -> Series {
        let (values, weights) = (span, weight.span)
        return .filled(along: [self, weight], warmup: period - 1) { stretch, result in
            Rolling.folds(
                in: stretch, period: period, into: &result,
                of: { index, pivot in
                    let (value, base) = unsafe (values[unchecked: index], values[unchecked: pivot])
                    let weight = unsafe weights[unchecked: index]
                    return LaneSums(SIMD2((value - base) * weight, weight))
                },
                finish: { _, pivot, sums in
                    let mean = unsafe values[unchecked: pivot] + sums[0] / sums[1]
                    return mean.isFinite ? mean : .nan
                })
        }
    }
}
