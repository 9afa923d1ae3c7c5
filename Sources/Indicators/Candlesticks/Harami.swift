extension Indicator {
    package static let cdlharami = candlestick(
        "cdlharami", title: "Harami",
        summary: "A small body inside of the long one before: the move pauses.",
        formula: """
            A long body; a short body inside of it. -100 after white, 100 after black; where an end ties: -80 and 80.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 6",
        lookback: 11, measures: [(.longBody, 1), (.shortBody, 0)]
    ) { c in
        guard c.isLong(1), c.body(0) <= c.shortBody(0), c.top(0) <= c.top(1), c.bottom(0) >= c.bottom(1) else {
            return 0
        }
        let isStrict = c.top(0) < c.top(1) && c.bottom(0) > c.bottom(1)
        return (isStrict ? -100 : -80) * c.color(1)
    }
}
