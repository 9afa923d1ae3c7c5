extension Indicator {
    package static let cdlrickshawman = candlestick(
        "cdlrickshawman", title: "Rickshaw man",
        summary: "A doji in the middle of long shadows.",
        formula: """
            A doji with two shadows longer than its body; the body near the middle of the range. 100, which says \
            nothing of the direction.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 8",
        lookback: 10, measures: [(.dojiBody, 0), (.near, 0)]
    ) { c in
        guard c.isDoji(0), c.lower(0) > c.longShadow(0), c.upper(0) > c.longShadow(0) else { return 0 }
        let middle = c.low(0) + (c.high(0) - c.low(0)) / 2
        return c.bottom(0) <= middle + c.near(0) && c.top(0) >= middle - c.near(0) ? 100 : 0
    }
}
