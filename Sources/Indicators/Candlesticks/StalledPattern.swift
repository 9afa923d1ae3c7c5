extension Indicator {
    package static let cdlstalledpattern = candlestick(
        "cdlstalledpattern", title: "Stalled pattern",
        summary: "Three rising white candles, the last one small: a rise stalls.",
        formula: """
            Three white candles with higher closes; two long, the second without upper shadow and opening within or \
            near the first body; a short one that opens near the second close or above. -100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 7",
        lookback: 12,
        measures: [
            (.longBody, 2), (.longBody, 1), (.veryShortShadow, 1), (.shortBody, 0), (.near, 2), (.near, 1),
        ]
    ) { c in
        guard c.isWhite(2), c.isWhite(1), c.isWhite(0), c.close(0) > c.close(1), c.close(1) > c.close(2), c.isLong(2),
            c.isLong(1), c.hasNoUpper(1), c.open(1) > c.open(2), c.open(1) <= c.close(2) + c.near(2),
            c.body(0) < c.shortBody(0), c.open(0) >= c.close(1) - c.body(0) - c.near(1)
        else { return 0 }
        return -100
    }
}
