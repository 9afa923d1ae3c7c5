extension Indicator {
    package static let cdl2crows = candlestick(
        "cdl2crows", title: "Two crows",
        summary: "A gap up that two black candles take back: a rise may be over.",
        formula: """
            Long white; black whose body gaps up over it; black that opens within the second body and closes within \
            the first. -100.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 12, measures: [(.longBody, 2)]
    ) { c in
        guard c.isWhite(2), c.isLong(2), c.isBlack(1), c.bodyGapsUp(1, over: 2), c.isBlack(0),
            c.open(0) < c.open(1), c.open(0) > c.close(1), c.close(0) > c.open(2), c.close(0) < c.close(2)
        else { return 0 }
        return -100
    }
}
