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
        let period = arguments.options.period
        let (highs, lows, closes) = (high.span, low.span, close.span)
        return [
            .series(
                Series(count: close.count) { result in
                    for stretch in Series.stretches(of: high, low, close) where stretch.count > period {
                        let first = stretch.lowerBound + period
                        var average = 0.0
                        for index in (stretch.lowerBound + 1)..<stretch.upperBound {
                            let before = closes[index - 1]
                            let range = max(highs[index], before) - min(lows[index], before)
                            if index < first {
                                average += range
                            } else if index == first {
                                average = (average + range) / Double(period)
                                result[index] = average
                            } else {
                                average = (average * Double(period - 1) + range) / Double(period)
                                result[index] = average
                            }
                        }
                    }
                })
        ]
    }
}
