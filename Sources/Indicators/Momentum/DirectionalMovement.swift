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
        _ period: Int, seed: Bool = false, _ finish: (_ range: Double, _ plus: Double, _ minus: Double) -> Double
    ) -> Series {
        let (highs, lows, closes) = (high.span, low.span, close.span)
        return .filled(along: [high, low, close], warmup: seed ? max(period - 1, 1) : period) { stretch, result in
            let first = stretch.lowerBound + period
            var (range, plus, minus) = (0.0, 0.0, 0.0)
            for index in stretch.dropFirst().prefix(period - 1) {
                let moves = moves(at: index)
                range += moves.range
                plus += moves.plus
                minus += moves.minus
            }
            var ranging = Smoothing(wilder: period).from(range / Double(period))
            var rising = Smoothing(wilder: period).from(plus / Double(period))
            var falling = Smoothing(wilder: period).from(minus / Double(period))
            if seed, period > 1 { result[first - 1] = finish(ranging.mean, rising.mean, falling.mean) }
            var (rangeRoom, plusRoom, minusRoom) = (Pieces.room, Pieces.room, Pieces.room)
            var ranges = rangeRoom.mutableSpan
            var pluses = plusRoom.mutableSpan
            var minuses = minusRoom.mutableSpan
            for piece in Pieces(of: first..<stretch.upperBound) {
                Moves.trueRanges(highs, lows, closes, piece, into: &ranges, at: 0)
                Moves.outward(highs, lows, piece, &pluses, &minuses)
                ranging.smooth(&ranges, 0..<piece.count)
                Smoothing.smooth(&rising, &pluses, &falling, &minuses, 0..<piece.count)
                for place in 0..<piece.count {
                    let value = unsafe finish(
                        ranges[unchecked: place], pluses[unchecked: place], minuses[unchecked: place])
                    unsafe result[unchecked: piece.lowerBound + place] = value
                }
            }
        }

        @inline(__always)
        func moves(at index: Int) -> (range: Double, plus: Double, minus: Double) {
            let rise = unsafe highs[unchecked: index] - highs[unchecked: index - 1]
            let fall = unsafe lows[unchecked: index - 1] - lows[unchecked: index]
            let (up, down) = (rise > fall ? rise : 0, fall > rise ? fall : 0)
            return (Moves.trueRange(highs, lows, closes, at: index), up > 0 ? up : 0, down > 0 ? down : 0)
        }
    }
}
