extension Indicator {
    package static let cdlshortline = candlestick(
        "cdlshortline", title: "Short line",
        summary: "A short body with short shadows.",
        formula: "A short body, both shadows short. 100 white, -100 black.",
        source: "Morris, Candlestick Charting Explained, 1995, ch. 2",
        lookback: 10, measures: [(.shortBody, 0), (.shortShadow, 0)]
    ) { c in
        guard c.body(0) < c.shortBody(0), c.upper(0) < c.shortShadow(0), c.lower(0) < c.shortShadow(0) else { return 0 }
        return 100 * c.color(0)
    }
}
