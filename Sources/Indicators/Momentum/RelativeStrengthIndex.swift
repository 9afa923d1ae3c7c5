import Candles

extension Indicator {
    package static let rsi = Indicator(
        "rsi", title: "Relative strength index",
        summary: "The share of gains in all recent moves, from 0 to 100.",
        formula: """
            100 * gain / (gain + loss), of Wilder's averages: the mean of the first period changes, then \
            (average * (period - 1) + new) / period. 0 where nothing moves.
            """,
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 63; TA-Lib RSI",
        inputs: [.source], options: [.period("period", 14, from: 2)], outputs: [.series("rsi")],
        warmup: { $0.period }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        return [
            .series(
                .along(source, warmup: period) { stretch, result in
                    Indicator.strength(of: source.span, in: stretch, period: period, into: &result)
                })
        ]
    }

    private static func strength(
        of values: Span<Double>, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>
    ) {
        let first = stretch.lowerBound + period
        var (gain, loss) = (0.0, 0.0)
        for index in (stretch.lowerBound + 1)...first {
            let change = values[index] - values[index - 1]
            gain += max(change, 0)
            loss -= min(change, 0)
        }
        gain /= Double(period)
        loss /= Double(period)
        result[first] = gain + loss > 0 ? 100 * (gain / (gain + loss)) : 0
        let (smoothing, none) = (Smoothing(wilder: period), SIMD4<Double>.zero)
        var index = first + 1
        while index < stretch.upperBound {
            let count = min(4, stretch.upperBound - index)
            let changes = values.four(at: index, count: count) - values.four(at: index - 1, count: count)
            let gains = smoothing.means(after: gain, pointwiseMax(changes, none))
            let losses = smoothing.means(after: loss, pointwiseMax(none - changes, none))
            let moves = gains + losses
            // 0 where nothing moved.
            let strengths = (100 * (gains / moves)).replacing(with: 0, where: moves .<= 0)
            result.store(strengths, at: index, count: count)
            (gain, loss) = (gains[3], losses[3])
            index += 4
        }
    }
}
