extension Indicator {
    package static let cdlhighwave = candlestick(
        "cdlhighwave", title: "High wave",
        summary: "A small body between very long shadows: no direction.",
        formula: "A short body, both shadows more than twice as long. 100 white, -100 black.",
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 8",
        lookback: 10, measures: [(.shortBody, 0)]
    ) { c in
        guard c.body(0) < c.shortBody(0), c.upper(0) > c.veryLongShadow(0), c.lower(0) > c.veryLongShadow(0) else {
            return 0
        }
        return 100 * c.color(0)
    }
}
