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
        let values = source.span
        return [
            .series(
                Series(count: source.count) { result in
                    for stretch in Series.stretches(of: source) where stretch.count > period {
                        let first = stretch.lowerBound + period
                        var (gain, loss) = (0.0, 0.0)
                        for index in (stretch.lowerBound + 1)...first {
                            let change = values[index] - values[index - 1]
                            gain += max(change, 0)
                            loss -= min(change, 0)
                        }
                        gain /= Double(period)
                        loss /= Double(period)
                        result[first] = Indicator.strength(gain, loss)
                        for index in (first + 1)..<max(first + 1, stretch.upperBound) {
                            let change = values[index] - values[index - 1]
                            gain = (gain * Double(period - 1) + max(change, 0)) / Double(period)
                            loss = (loss * Double(period - 1) - min(change, 0)) / Double(period)
                            result[index] = Indicator.strength(gain, loss)
                        }
                    }
                })
        ]
    }

    /// 0 where nothing moved.
    private static func strength(_ gain: Double, _ loss: Double) -> Double {
        let moves = gain + loss
        return moves > 0 ? 100 * (gain / moves) : 0
    }
}
