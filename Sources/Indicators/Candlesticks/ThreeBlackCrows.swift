extension Indicator {
    package static let cdl3blackcrows = candlestick(
        "cdl3blackcrows", title: "Three black crows",
        summary: "Three falling black candles at the end of a rise.",
        formula: """
            A white candle; then three black ones without lower shadow, each opening within the body before and \
            closing lower, the first closing under the high of the white one. -100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 6",
        lookback: 13, measures: [(.veryShortShadow, 2), (.veryShortShadow, 1), (.veryShortShadow, 0)]
    ) { c in
        guard c.isWhite(3), c.isBlack(2), c.hasNoLower(2), c.isBlack(1), c.hasNoLower(1), c.isBlack(0), c.hasNoLower(0),
            c.open(1) < c.open(2), c.open(1) > c.close(2), c.open(0) < c.open(1), c.open(0) > c.close(1),
            c.high(3) > c.close(2), c.close(2) > c.close(1), c.close(1) > c.close(0)
        else { return 0 }
        return -100
    }
}
