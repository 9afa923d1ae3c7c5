extension Indicator {
    package static let cdlthrusting = candlestick(
        "cdlthrusting", title: "Thrusting",
        summary: "An answer that stays under the middle of a long black candle: the fall goes on.",
        formula: """
            Long black; white that opens under its low and closes within its body, above what is equal to its close \
            and not above its middle. -100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 4",
        lookback: 11, measures: [(.equal, 1), (.longBody, 1)]
    ) { c in
        guard c.isBlack(1), c.isLong(1), c.isWhite(0), c.open(0) < c.low(1), c.close(0) > c.close(1) + c.equal(1),
            c.close(0) <= c.close(1) + c.body(1) * 0.5
        else { return 0 }
        return -100
    }
}
