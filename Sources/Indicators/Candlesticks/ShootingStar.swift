extension Indicator {
    package static let cdlshootingstar = candlestick(
        "cdlshootingstar", title: "Shooting star",
        summary: "A small body under a long upper shadow, after a rise.",
        formula: "A short body that gaps up, an upper shadow longer than it, no lower one. -100.",
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 5",
        lookback: 11, measures: [(.shortBody, 0), (.veryShortShadow, 0)]
    ) { c in
        guard c.body(0) < c.shortBody(0), c.upper(0) > c.longShadow(0), c.hasNoLower(0), c.bodyGapsUp(0, over: 1)
        else { return 0 }
        return -100
    }
}
