extension Indicator {
    package static let cdlbelthold = candlestick(
        "cdlbelthold", title: "Belt-hold",
        summary: "A long candle that opens at its extreme.",
        formula: "A long body; white without lower shadow: 100; black without upper shadow: -100.",
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 6",
        lookback: 10, measures: [(.longBody, 0), (.veryShortShadow, 0)]
    ) { c in
        guard c.isLong(0), c.isWhite(0) ? c.hasNoLower(0) : c.hasNoUpper(0) else { return 0 }
        return 100 * c.color(0)
    }
}
