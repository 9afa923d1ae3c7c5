extension Indicator {
    package static let cdl3inside = candlestick(
        "cdl3inside", title: "Three inside up and down",
        summary: "A harami, confirmed by the candle after it.",
        formula: """
            A long body; a short one inside of it; a candle of the other color than the first that closes beyond the \
            first open. 100 up, -100 down.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 12, measures: [(.longBody, 2), (.shortBody, 1)]
    ) { c in
        guard c.isLong(2), c.body(1) <= c.shortBody(1), c.top(1) < c.top(2), c.bottom(1) > c.bottom(2),
            c.isWhite(2)
                ? c.isBlack(0) && c.close(0) < c.open(2)
                : c.isWhite(0) && c.close(0) > c.open(2)
        else { return 0 }
        return -100 * c.color(2)
    }
}
