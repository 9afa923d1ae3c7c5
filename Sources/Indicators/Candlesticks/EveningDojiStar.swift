extension Indicator {
    package static let cdleveningdojistar = candlestick(
        "cdleveningdojistar", title: "Evening doji star",
        summary: "A rise, a doji above it, and a fall deep into the rise.",
        formula: """
            Long white; a doji whose body gaps up; black, not short, that closes more than penetration * the first \
            body below the first close. -100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 5", penetration: 0.3,
        lookback: 12, measures: [(.longBody, 2), (.dojiBody, 1), (.shortBody, 0)]
    ) { c in
        guard c.isLong(2), c.isWhite(2), c.isDoji(1), c.bodyGapsUp(1, over: 2), c.body(0) > c.shortBody(0),
            c.isBlack(0),
            c.close(0) < c.close(2) - c.body(2) * c.penetration
        else { return 0 }
        return -100
    }
}
