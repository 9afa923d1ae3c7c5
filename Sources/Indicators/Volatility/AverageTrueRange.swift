import Candles

extension Indicator {
    package static let atr = Indicator(
        "atr", title: "Average true range",
        summary: "How far price usually moves in one candle.",
        formula: """
            True range: the largest of high - low, |high - close before|, |low - close before|; none on the first candle. \
            Wilder's average: the mean of the first period of them, then (average * (period - 1) + new) / period.
            """,
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 21; TA-Lib ATR",
        inputs: [.high, .low, .close], options: [.period("period", 14)], outputs: [.series("atr")],
        warmup: { $0.period }
    ) { arguments in
        let (high, low, close) = (arguments.inputs[0], arguments.inputs[1], arguments.inputs[2])
        return [.series(.averageTrueRange(high, low, close, arguments.options.period))]
    }
}

extension Series {
    /// Wilder's average of the true range, from candle `period` of each stretch on.
    package static func averageTrueRange(_ high: Series, _ low: Series, _ close: Series, _ period: Int) -> Series {
        .along(high, low, close, warmup: period) { stretch, result in
            let (highs, lows, closes) = (high.span, low.span, close.span)
            let first = stretch.lowerBound + period
            var mean = 0.0
            for index in (stretch.lowerBound + 1)...first {
                mean += Rolling.trueRanges(highs, lows, closes, at: index, count: 1)[0]
            }
            mean /= Double(period)
            result[first] = mean
            let smoothing = Smoothing(wilder: period)
            var index = first + 1
            while index < stretch.upperBound {
                let count = min(4, stretch.upperBound - index)
                let ranges = Rolling.trueRanges(highs, lows, closes, at: index, count: count)
                let means = smoothing.means(after: mean, ranges)
                result.store(means, at: index, count: count)
                mean = means[3]
                index += 4
            }
        }
    }
}

extension Rolling {
    /// How far price moved in `count` candles from `index` on, counted from the close before each; never of the first.
    @inline(__always)
    static func trueRanges(
        _ high: Span<Double>, _ low: Span<Double>, _ close: Span<Double>, at index: Int, count: Int = 4
    ) -> SIMD4<Double> {
        let before = close.four(at: index - 1, count: count)
        return pointwiseMax(high.four(at: index, count: count), before)
            - pointwiseMin(low.four(at: index, count: count), before)
    }
}
