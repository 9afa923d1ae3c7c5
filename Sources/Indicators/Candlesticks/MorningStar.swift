extension Indicator {
    package static let cdlmorningstar = candlestick(
        "cdlmorningstar", title: "Morning star",
        summary: "A fall, a small body under it, and a rise deep into the fall.",
        formula: """
            Long black; a short body that gaps down; white, not short, that closes more than penetration * the first \
            body above the first close. 100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 5", penetration: 0.3,
        lookback: 12, measures: [(.longBody, 2), (.shortBody, 1), (.shortBody, 0)]
    ) { c in
        guard c.isLong(2), c.isBlack(2), c.body(1) <= c.shortBody(1), c.bodyGapsDown(1, under: 2),
            c.body(0) > c.shortBody(0),
            c.isWhite(0), c.close(0) > c.close(2) + c.body(2) * c.penetration
        else { return 0 }
        return 100
    }
}
