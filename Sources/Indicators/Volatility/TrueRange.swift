import Candles

extension Indicator {
    package static let trange = Indicator(
        "trange", title: "True range",
        summary: "How far price moved in a candle, the way from the close before included.",
        formula: "The largest of high - low, |high - close before|, |low - close before|; none on the first candle.",
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 21; TA-Lib TRANGE",
        inputs: [.high, .low, .close], outputs: [.series("trange")],
        warmup: { _ in 1 }
    ) { [.series(.trueRange($0.inputs[0], $0.inputs[1], $0.inputs[2]))] }
}

extension Series {
    static func trueRange(_ high: Series, _ low: Series, _ close: Series) -> Series {
        let (highs, lows, closes) = (high.span, low.span, close.span)
        return .along(high, low, close, warmup: 1) { stretch, result in
            let rest = stretch.dropFirst()
            Moves.trueRanges(highs, lows, closes, rest, into: &result, at: rest.lowerBound)
        }
    }
}
