extension Indicator {
    package static let cdlonneck = candlestick(
        "cdlonneck", title: "On-neck",
        summary: "A weak answer to a long black candle, up to its low: the fall goes on.",
        formula: "Long black; white that opens under its low and closes at a price equal to that low. -100.",
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 4",
        lookback: 11, measures: [(.equal, 1), (.longBody, 1)]
    ) { c in
        guard c.isBlack(1), c.isLong(1), c.isWhite(0), c.open(0) < c.low(1), c.areEqual(c.close(0), c.low(1), 1)
        else { return 0 }
        return -100
    }
}
