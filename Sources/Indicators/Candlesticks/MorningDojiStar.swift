extension Indicator {
    package static let cdlmorningdojistar = candlestick(
        "cdlmorningdojistar", title: "Morning doji star",
        summary: "A fall, a doji under it, and a rise deep into the fall.",
        formula: """
            Long black; a doji whose body gaps down; white, not short, that closes more than penetration * the first \
            body above the first close. 100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 5", penetration: 0.3,
        lookback: 12, measures: [(.longBody, 2), (.dojiBody, 1), (.shortBody, 0)]
    ) { c in
        guard c.isLong(2), c.isBlack(2), c.isDoji(1), c.bodyGapsDown(1, under: 2), c.body(0) > c.shortBody(0),
            c.isWhite(0),
            c.close(0) > c.close(2) + c.body(2) * c.penetration
        else { return 0 }
        return 100
    }
}
