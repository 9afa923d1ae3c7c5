extension Indicator {
    package static let cdlpiercing = candlestick(
        "cdlpiercing", title: "Piercing line",
        summary: "A low open that rises deep into the black candle before.",
        formula: """
            Long black; long white that opens under its low and closes within its body, above the middle of it. 100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 4",
        lookback: 11, measures: [(.longBody, 1), (.longBody, 0)]
    ) { c in
        guard c.isBlack(1), c.isLong(1), c.isWhite(0), c.isLong(0), c.open(0) < c.low(1), c.close(0) < c.open(1),
            c.close(0) > c.close(1) + c.body(1) * 0.5
        else { return 0 }
        return 100
    }
}
