extension Indicator {
    package static let cdlseparatinglines = candlestick(
        "cdlseparatinglines", title: "Separating lines",
        summary: "A candle that opens where the opposite one before opened: the trend goes on.",
        formula: """
            Two candles of opposite colors with equal opens, the second a belt-hold: long, without shadow at its open. \
            100 white, -100 black.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 7",
        lookback: 11, measures: [(.veryShortShadow, 0), (.longBody, 0), (.equal, 1)]
    ) { c in
        guard c.color(1) == -c.color(0), c.areEqual(c.open(0), c.open(1), 1), c.isLong(0),
            c.isWhite(0) ? c.hasNoLower(0) : c.hasNoUpper(0)
        else { return 0 }
        return 100 * c.color(0)
    }
}
