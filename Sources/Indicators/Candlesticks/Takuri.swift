extension Indicator {
    package static let cdltakuri = candlestick(
        "cdltakuri", title: "Takuri line",
        summary: "A doji on a very long lower shadow.",
        formula: "A doji without upper shadow, its lower one more than twice its body. 100.",
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 10, measures: [(.dojiBody, 0), (.veryShortShadow, 0)]
    ) { c in
        c.isDoji(0) && c.hasNoUpper(0) && c.lower(0) > c.veryLongShadow(0) ? 100 : 0
    }
}
