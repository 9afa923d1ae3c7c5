extension Indicator {
    package static let cdlhammer = candlestick(
        "cdlhammer", title: "Hammer",
        summary: "A small body on a long lower shadow, after a fall: buyers came back.",
        formula: """
            A short body, a lower shadow longer than it, no upper one; the body at or near the low of the candle \
            before. 100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 4",
        lookback: 11, measures: [(.shortBody, 0), (.veryShortShadow, 0), (.near, 1)]
    ) { c in
        guard c.body(0) < c.shortBody(0), c.lower(0) > c.longShadow(0), c.hasNoUpper(0),
            c.bottom(0) <= c.low(1) + c.near(1)
        else { return 0 }
        return 100
    }
}
