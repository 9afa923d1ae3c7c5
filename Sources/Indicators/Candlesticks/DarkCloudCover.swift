extension Indicator {
    package static let cdldarkcloudcover = candlestick(
        "cdldarkcloudcover", title: "Dark cloud cover",
        summary: "A high open that falls deep into the white candle before.",
        formula: """
            Long white; black that opens above its high and closes within its body, more than penetration * the body \
            below its close. -100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 4", penetration: 0.5,
        lookback: 11, measures: [(.longBody, 1)]
    ) { c in
        guard c.isWhite(1), c.isLong(1), c.isBlack(0), c.open(0) > c.high(1), c.close(0) > c.open(1),
            c.close(0) < c.close(1) - c.body(1) * c.penetration
        else { return 0 }
        return -100
    }
}
