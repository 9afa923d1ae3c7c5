extension Indicator {
    package static let cdltasukigap = candlestick(
        "cdltasukigap", title: "Tasuki gap",
        summary: "A gap that the answer does not close: the trend goes on.",
        formula: """
            A candle whose body gaps away from the one before, in its own direction; one of the other color that opens \
            within its body, closes within the gap, and has a body of near size. 100 for a gap up, -100 for one down.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 7",
        lookback: 7, measures: [(.near, 1)]
    ) { c in
        guard c.color(1) == -c.color(0), c.isWithinBody(c.open(0), 1), (c.body(1) - c.body(0)).magnitude < c.near(1)
        else { return 0 }
        if c.isWhite(1), c.bodyGapsUp(1, over: 2), c.close(0) < c.open(1), c.close(0) > c.top(2) { return 100 }
        if c.isBlack(1), c.bodyGapsDown(1, under: 2), c.close(0) > c.open(1), c.close(0) < c.bottom(2) { return -100 }
        return 0
    }
}
