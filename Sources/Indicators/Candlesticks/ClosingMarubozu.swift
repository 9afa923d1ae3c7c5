extension Indicator {
    package static let cdlclosingmarubozu = candlestick(
        "cdlclosingmarubozu", title: "Closing marubozu",
        summary: "A long candle that closes at its extreme.",
        formula: "A long body; white without upper shadow: 100; black without lower shadow: -100.",
        source: "Morris, Candlestick Charting Explained, 1995, ch. 2",
        lookback: 10, measures: [(.longBody, 0), (.veryShortShadow, 0)]
    ) { c in
        guard c.isLong(0), c.isWhite(0) ? c.hasNoUpper(0) : c.hasNoLower(0) else { return 0 }
        return 100 * c.color(0)
    }
}
