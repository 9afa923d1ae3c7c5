extension Indicator {
    package static let cdlcounterattack = candlestick(
        "cdlcounterattack", title: "Counterattack",
        summary: "A long candle answered by one of the other color to the same close.",
        formula: """
            Two long candles of opposite colors with equal closes. 100 when the second is white, -100 when black.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 6",
        lookback: 11, measures: [(.equal, 1), (.longBody, 1), (.longBody, 0)]
    ) { c in
        guard c.color(1) == -c.color(0), c.isLong(1), c.isLong(0), c.areEqual(c.close(0), c.close(1), 1) else {
            return 0
        }
        return 100 * c.color(0)
    }
}
