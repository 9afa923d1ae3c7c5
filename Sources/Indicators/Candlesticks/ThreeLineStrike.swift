extension Indicator {
    package static let cdl3linestrike = candlestick(
        "cdl3linestrike", title: "Three-line strike",
        summary: "One candle takes back what three made; the trend may go on.",
        formula: """
            Three candles of one color, each closing further and opening within or near the body before; then one of \
            the other color that opens beyond the last close and closes beyond the first open. 100 when the three are \
            white, -100 when black.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 4",
        lookback: 8, measures: [(.near, 3), (.near, 2)]
    ) { c in
        guard c.color(3) == c.color(2), c.color(2) == c.color(1), c.color(0) == -c.color(1),
            c.open(2) >= c.bottom(3) - c.near(3), c.open(2) <= c.top(3) + c.near(3),
            c.open(1) >= c.bottom(2) - c.near(2), c.open(1) <= c.top(2) + c.near(2),
            c.isWhite(1)
                ? c.close(1) > c.close(2) && c.close(2) > c.close(3) && c.open(0) > c.close(1) && c.close(0) < c.open(3)
                : c.close(1) < c.close(2) && c.close(2) < c.close(3) && c.open(0) < c.close(1) && c.close(0) > c.open(3)
        else { return 0 }
        return 100 * c.color(1)
    }
}
