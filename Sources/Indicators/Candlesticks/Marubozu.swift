extension Indicator {
    package static let cdlmarubozu = candlestick(
        "cdlmarubozu", title: "Marubozu",
        summary: "A long body without shadows.",
        formula: "A long body, both shadows very short. 100 white, -100 black.",
        source: "Morris, Candlestick Charting Explained, 1995, ch. 2",
        lookback: 10, measures: [(.longBody, 0), (.veryShortShadow, 0)]
    ) { c in
        guard c.isLong(0), c.hasNoUpper(0), c.hasNoLower(0) else { return 0 }
        return 100 * c.color(0)
    }
}
