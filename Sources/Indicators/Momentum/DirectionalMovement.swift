import Candles

/// Wilder's directional movement: how far a candle's high rose above, or its low fell below, the one before.
///
/// Only the larger of the two counts, and only when it is a move outward. Sums begin with those of the first
/// period - 1 moves, then s - s / period + new; they are kept as averages, which differ by the period only.
struct DirectionalMovement {
    let high: Series
    let low: Series
    /// For the true range; the high where that is of no interest.
    let close: Series

    init(_ inputs: [Series]) {
        (high, low, close) = (inputs[0], inputs[1], inputs.count > 2 ? inputs[2] : inputs[0])
    }

    /// What `finish` makes of the averages of true range, upward and downward moves, from candle `period` on; with
    /// `seed` from the candle before, on which the first sums are complete. Of a period of 1, the moves themselves.
    @inline(__always)
    func averages(
        _ period: Int, seed: Bool = false,
        _ finish: (_ range: SIMD4<Double>, _ plus: SIMD4<Double>, _ minus: SIMD4<Double>) -> SIMD4<Double>
    ) -> Series {
        let (highs, lows, closes) = (high.span, low.span, close.span)
        let smoothing = Smoothing(wilder: period)
        return .along([high, low, close]) { stretch, result in
            guard stretch.count >= period else { return }
            let first = stretch.lowerBound + period
            var (range, plus, minus) = (0.0, 0.0, 0.0)
            for index in stretch.dropFirst().prefix(period - 1) {
                let moves = moves(at: index, count: 1)
                range += moves.range[0]
                plus += moves.plus[0]
                minus += moves.minus[0]
            }
            range /= Double(period)
            plus /= Double(period)
            minus /= Double(period)
            if seed, period > 1 {
                let four = finish(SIMD4(repeating: range), SIMD4(repeating: plus), SIMD4(repeating: minus))
                result[first - 1] = four[0]
            }
            for index in stride(from: first, to: stretch.upperBound, by: 4) {
                let count = min(4, stretch.upperBound - index)
                let moves = moves(at: index, count: count)
                let four = finish(
                    smoothing.advance(&range, over: moves.range), smoothing.advance(&plus, over: moves.plus),
                    smoothing.advance(&minus, over: moves.minus))
                result.store(four, at: index, count: count)
            }
        }

        @inline(__always)
        func moves(
            at index: Int, count: Int
        ) -> (range: SIMD4<Double>, plus: SIMD4<Double>, minus: SIMD4<Double>) {
            let rise = highs.four(at: index, count: count) - highs.four(at: index - 1, count: count)
            let fall = lows.four(at: index - 1, count: count) - lows.four(at: index, count: count)
            return (
                Rolling.trueRanges(highs, lows, closes, at: index, count: count),
                rise.replacing(with: 0, where: rise .<= fall .| rise .<= 0),
                fall.replacing(with: 0, where: fall .<= rise .| fall .<= 0)
            )
        }
    }
}
