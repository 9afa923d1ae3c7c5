extension Indicator {
    package static let cdlladderbottom = candlestick(
        "cdlladderbottom", title: "Ladder bottom",
        summary: "A fall on black candles that ends in a jump.",
        formula: """
            Three black candles with lower opens and closes; a black one with an upper shadow; a white one that opens \
            above its open and closes above its high. 100.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 14, measures: [(.veryShortShadow, 1)]
    ) { c in
        guard c.isBlack(4), c.isBlack(3), c.isBlack(2), c.open(4) > c.open(3), c.open(3) > c.open(2),
            c.close(4) > c.close(3), c.close(3) > c.close(2), c.isBlack(1), c.upper(1) > c.veryShortShadow(1),
            c.isWhite(0),
            c.open(0) > c.open(1), c.close(0) > c.high(1)
        else { return 0 }
        return 100
    }
}
