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
    /// Wilder's average of the true range, from candle `period` of each stretch on, as if it began `late` candles later.
    package static func averageTrueRange(
        _ high: Series, _ low: Series, _ close: Series, _ period: Int, late: Int = 0
    ) -> Series {
        .along(high, low, close, warmup: late + period) { stretch, result in
            let (highs, lows, closes) = (high.span, low.span, close.span)
            let first = stretch.lowerBound + late + period
            var mean = 0.0
            for index in (first - period + 1)...first { mean += Moves.trueRange(highs, lows, closes, at: index) }
            mean /= Double(period)
            result[first] = mean
            var smoothing = Smoothing(wilder: period).from(mean)
            for piece in Pieces(of: (first + 1)..<stretch.upperBound) {
                Moves.trueRanges(highs, lows, closes, piece, into: &result, at: piece.lowerBound)
                smoothing.smooth(&result, piece)
            }
        }
    }
}
