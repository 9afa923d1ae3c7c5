extension Indicator {
    package static let cdlgapsidesidewhite = candlestick(
        "cdlgapsidesidewhite", title: "Side-by-side white lines behind a gap",
        summary: "Two like white candles behind a gap: the trend goes on.",
        formula: """
            Two white candles of near bodies and equal opens, both behind a gap of the bodies from the candle before. \
            100 for a gap up, -100 for one down.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 7",
        lookback: 7, measures: [(.near, 1), (.equal, 1)]
    ) { c in
        let gapsUp = c.bodyGapsUp(1, over: 2) && c.bodyGapsUp(0, over: 2)
        let gapsDown = c.bodyGapsDown(1, under: 2) && c.bodyGapsDown(0, under: 2)
        guard gapsUp || gapsDown, c.isWhite(1), c.isWhite(0), c.body(0) >= c.body(1) - c.near(1),
            c.body(0) <= c.body(1) + c.near(1), c.areEqual(c.open(0), c.open(1), 1)
        else { return 0 }
        return gapsUp ? 100 : -100
    }
}
