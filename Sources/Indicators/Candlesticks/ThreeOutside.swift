extension Indicator {
    package static let cdl3outside = candlestick(
        "cdl3outside", title: "Three outside up and down",
        summary: "An engulfing pattern, confirmed by the candle after it.",
        formula: """
            A body that engulfs the one before, of the other color; then a close further in its direction. 100 up, \
            -100 down.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 3
    ) { c in
        if c.isWhite(1), c.isBlack(2), c.close(1) > c.open(2), c.open(1) < c.close(2), c.close(0) > c.close(1) {
            return 100
        }
        if c.isBlack(1), c.isWhite(2), c.open(1) > c.close(2), c.close(1) < c.open(2), c.close(0) < c.close(1) {
            return -100
        }
        return 0
    }
}
