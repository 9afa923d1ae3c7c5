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
    func gainsAndLosses(_ period: Int, _ finish: (_ gain: Double, _ loss: Double) -> Double) -> Series {
        let values = span
        return .filled(along: [self], warmup: period) { stretch, result in
            let first = stretch.lowerBound + period
            var (gain, loss) = (0.0, 0.0)
            for index in (stretch.lowerBound + 1)...first {
                let change = values[index] - values[index - 1]
                gain += max(change, 0)
                loss -= min(change, 0)
            }
            var gaining = Smoothing(wilder: period).from(gain / Double(period))
            var losing = Smoothing(wilder: period).from(loss / Double(period))
            result[first] = strength(gaining.mean, losing.mean)
            var (gainRoom, lossRoom) = (Pieces.room, Pieces.room)
            var gains = gainRoom.mutableSpan
            var losses = lossRoom.mutableSpan
            for piece in Pieces(of: (first + 1)..<stretch.upperBound) {
                Moves.gainsAndLosses(values, piece, &gains, &losses)
                Smoothing.smooth(&gaining, &gains, &losing, &losses, 0..<piece.count)
                for place in 0..<piece.count {
                    let value = unsafe strength(gains[unchecked: place], losses[unchecked: place])
                    unsafe result[unchecked: piece.lowerBound + place] = value
                }
            }
        }

        @inline(__always)
        func strength(_ gain: Double, _ loss: Double) -> Double {
            let strength = finish(gain, loss)
            return gain + loss > 0 ? strength : 0
        }
    }
}
