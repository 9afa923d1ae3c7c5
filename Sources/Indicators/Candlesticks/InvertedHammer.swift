extension Indicator {
    package static let cdlinvertedhammer = candlestick(
        "cdlinvertedhammer", title: "Inverted hammer",
        summary: "A small body under a long upper shadow, after a fall.",
        formula: "A short body that gaps down, an upper shadow longer than it, no lower one. 100.",
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 5",
        lookback: 11, measures: [(.shortBody, 0), (.veryShortShadow, 0)]
    ) { c in
        guard c.body(0) < c.shortBody(0), c.upper(0) > c.longShadow(0), c.hasNoLower(0), c.bodyGapsDown(0, under: 1)
        else { return 0 }
        return 100
    }
}
