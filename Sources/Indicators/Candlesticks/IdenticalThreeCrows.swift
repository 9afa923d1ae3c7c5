extension Indicator {
    package static let cdlidentical3crows = candlestick(
        "cdlidentical3crows", title: "Identical three crows",
        summary: "Three falling black candles, each from the close before.",
        formula: """
            Three black candles without lower shadow, each closing lower; the second and third open at a price equal \
            to the close before. -100.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 12,
        measures: [
            (.veryShortShadow, 2), (.veryShortShadow, 1), (.veryShortShadow, 0), (.equal, 2), (.equal, 1),
        ]
    ) { c in
        guard c.isBlack(2), c.hasNoLower(2), c.isBlack(1), c.hasNoLower(1), c.isBlack(0), c.hasNoLower(0),
            c.close(2) > c.close(1), c.close(1) > c.close(0),
            c.areEqual(c.open(1), c.close(2), 2), c.areEqual(c.open(0), c.close(1), 1)
        else { return 0 }
        return -100
    }
}
