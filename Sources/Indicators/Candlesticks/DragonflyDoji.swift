extension Indicator {
    package static let cdldragonflydoji = candlestick(
        "cdldragonflydoji", title: "Dragonfly doji",
        summary: "A doji that opens and closes at its high.",
        formula: "A doji without upper shadow, with a lower one. 100.",
        source: "Morris, Candlestick Charting Explained, 1995, ch. 2",
        lookback: 10, measures: [(.dojiBody, 0), (.veryShortShadow, 0)]
    ) { c in
        c.isDoji(0) && c.hasNoUpper(0) && c.lower(0) > c.veryShortShadow(0) ? 100 : 0
    }
}
