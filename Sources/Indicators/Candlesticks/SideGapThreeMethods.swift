extension Indicator {
    package static let cdlxsidegap3methods = candlestick(
        "cdlxsidegap3methods", title: "Upside and downside gap three methods",
        summary: "A gap that is closed at once: the trend goes on.",
        formula: """
            Two candles of one color with a gap of the bodies in their direction; one of the other color that opens \
            within the second body and closes within the first. 100 white, -100 black.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 4",
        lookback: 2
    ) { c in
        guard c.color(2) == c.color(1), c.color(1) == -c.color(0), c.isWithinBody(c.open(0), 1),
            c.isWithinBody(c.close(0), 2), c.isWhite(2) ? c.bodyGapsUp(1, over: 2) : c.bodyGapsDown(1, under: 2)
        else { return 0 }
        return 100 * c.color(2)
    }
}
