extension Indicator {
    package static let cdllongline = candlestick(
        "cdllongline", title: "Long line",
        summary: "A long body with short shadows.",
        formula: "A long body, both shadows short. 100 white, -100 black.",
        source: "Morris, Candlestick Charting Explained, 1995, ch. 2",
        lookback: 10, measures: [(.longBody, 0), (.shortShadow, 0)]
    ) { c in
        guard c.isLong(0), c.upper(0) < c.shortShadow(0), c.lower(0) < c.shortShadow(0) else { return 0 }
        return 100 * c.color(0)
    }
}
