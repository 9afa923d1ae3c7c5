extension Indicator {
    package static let cdldojistar = candlestick(
        "cdldojistar", title: "Doji star",
        summary: "A doji behind a gap: a trend doubts.",
        formula: "A long candle; a doji whose body gaps away in its direction. -100 after white, 100 after black.",
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 5",
        lookback: 11, measures: [(.longBody, 1), (.dojiBody, 0)]
    ) { c in
        guard c.isLong(1), c.isDoji(0), c.isWhite(1) ? c.bodyGapsUp(0, over: 1) : c.bodyGapsDown(0, under: 1) else {
            return 0
        }
        return -100 * c.color(1)
    }
}
