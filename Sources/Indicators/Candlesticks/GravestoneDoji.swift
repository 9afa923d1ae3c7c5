extension Indicator {
    package static let cdlgravestonedoji = candlestick(
        "cdlgravestonedoji", title: "Gravestone doji",
        summary: "A doji that opens and closes at its low.",
        formula: "A doji without lower shadow, with an upper one. 100, which says nothing of the direction.",
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 8",
        lookback: 10, measures: [(.dojiBody, 0), (.veryShortShadow, 0)]
    ) { c in
        c.isDoji(0) && c.hasNoLower(0) && c.upper(0) > c.veryShortShadow(0) ? 100 : 0
    }
}
