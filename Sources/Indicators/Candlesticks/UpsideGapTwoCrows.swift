extension Indicator {
    package static let cdlupsidegap2crows = candlestick(
        "cdlupsidegap2crows", title: "Upside gap two crows",
        summary: "Two black candles above a gap: a rise tires.",
        formula: """
            Long white; a short black body that gaps up; black whose body covers it and that closes above the first \
            close. -100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 6",
        lookback: 12, measures: [(.longBody, 2), (.shortBody, 1)]
    ) { c in
        guard c.isWhite(2), c.isLong(2), c.isBlack(1), c.body(1) <= c.shortBody(1), c.bodyGapsUp(1, over: 2),
            c.isBlack(0),
            c.open(0) > c.open(1), c.close(0) < c.close(1), c.close(0) > c.close(2)
        else { return 0 }
        return -100
    }
}
