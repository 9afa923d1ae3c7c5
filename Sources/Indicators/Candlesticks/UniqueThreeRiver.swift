extension Indicator {
    package static let cdlunique3river = candlestick(
        "cdlunique3river", title: "Unique three river",
        summary: "A fall that probes a new low and comes back.",
        formula: """
            Long black; black with a lower low that closes higher and opens not above the first open; short white that \
            opens above that low. 100.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 12, measures: [(.longBody, 2), (.shortBody, 0)]
    ) { c in
        guard c.isLong(2), c.isBlack(2), c.isBlack(1), c.close(1) > c.close(2), c.open(1) <= c.open(2),
            c.low(1) < c.low(2),
            c.body(0) < c.shortBody(0), c.isWhite(0), c.open(0) > c.low(1)
        else { return 0 }
        return 100
    }
}
