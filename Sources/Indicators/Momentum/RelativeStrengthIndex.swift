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
    ) { [.series($0.inputs[0].relativeStrength($0.options.period))] }
}

extension Series {
    func relativeStrength(_ period: Int) -> Series {
        gainsAndLosses(period) { gain, loss in 100 * (gain / (gain + loss)) }
    }

    /// What `finish` makes of Wilder's averages of gains and of losses; 0 where nothing moved.
    @inline(__always)
    func gainsAndLosses(
        _ period: Int, _ finish: (_ gain: SIMD4<Double>, _ loss: SIMD4<Double>) -> SIMD4<Double>
    ) -> Series {
        let values = span
        let (smoothing, none) = (Smoothing(wilder: period), SIMD4<Double>.zero)
        return .along([self]) { stretch, result in
            guard stretch.count > period else { return }
            let first = stretch.lowerBound + period
            var (gain, loss) = (0.0, 0.0)
            for index in (stretch.lowerBound + 1)...first {
                let change = values[index] - values[index - 1]
                gain += max(change, 0)
                loss -= min(change, 0)
            }
            gain /= Double(period)
            loss /= Double(period)
            result[first] = strength(SIMD4(repeating: gain), SIMD4(repeating: loss))[0]
            for index in stride(from: first + 1, to: stretch.upperBound, by: 4) {
                let count = min(4, stretch.upperBound - index)
                let changes = values.four(at: index, count: count) - values.four(at: index - 1, count: count)
                let gains = smoothing.advance(&gain, over: pointwiseMax(changes, none))
                let losses = smoothing.advance(&loss, over: pointwiseMax(none - changes, none))
                result.store(strength(gains, losses), at: index, count: count)
            }
        }

        @inline(__always)
        func strength(_ gain: SIMD4<Double>, _ loss: SIMD4<Double>) -> SIMD4<Double> {
            finish(gain, loss).replacing(with: 0, where: gain + loss .<= 0)
        }
    }
}
