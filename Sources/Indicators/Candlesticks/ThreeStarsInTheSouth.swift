extension Indicator {
    package static let cdl3starsinsouth = candlestick(
        "cdl3starsinsouth", title: "Three stars in the south",
        summary: "Three black candles, each smaller: a fall fades.",
        formula: """
            Long black with a long lower shadow; a smaller black that opens above the first close within its range, \
            with a higher low and a lower shadow; a small black marubozu within the range of the second. 100.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 12, measures: [(.longBody, 2), (.veryShortShadow, 1), (.veryShortShadow, 0), (.shortBody, 0)]
    ) { c in
        guard c.isBlack(2), c.isBlack(1), c.isBlack(0), c.isLong(2), c.lower(2) > c.longShadow(2),
            c.body(1) < c.body(2), c.open(1) > c.close(2), c.open(1) <= c.high(2), c.low(1) < c.close(2),
            c.low(1) >= c.low(2),
            c.lower(1) > c.veryShortShadow(1), c.body(0) < c.shortBody(0), c.hasNoLower(0), c.hasNoUpper(0),
            c.low(0) > c.low(1), c.high(0) < c.high(1)
        else { return 0 }
        return 100
    }
}
