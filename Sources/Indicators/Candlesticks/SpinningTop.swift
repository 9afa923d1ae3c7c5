extension Indicator {
    package static let cdlspinningtop = candlestick(
        "cdlspinningtop", title: "Spinning top",
        summary: "A small body between longer shadows: a tug of war.",
        formula: "A short body, both shadows longer than it. 100 white, -100 black.",
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 3",
        lookback: 10, measures: [(.shortBody, 0)]
    ) { c in
        guard c.body(0) < c.shortBody(0), c.upper(0) > c.body(0), c.lower(0) > c.body(0) else { return 0 }
        return 100 * c.color(0)
    }
}
