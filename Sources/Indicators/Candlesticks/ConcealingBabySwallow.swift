extension Indicator {
    package static let cdlconcealbabyswall = candlestick(
        "cdlconcealbabyswall", title: "Concealing baby swallow",
        summary: "Black candles that swallow a try to rise: a fall is near its end.",
        formula: """
            Two black marubozus; a black one whose body gaps down and whose upper shadow reaches into the body before; \
            a black one that contains it, shadows included. 100.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 13, measures: [(.veryShortShadow, 3), (.veryShortShadow, 2), (.veryShortShadow, 1)]
    ) { c in
        guard c.isBlack(3), c.isBlack(2), c.isBlack(1), c.isBlack(0), c.hasNoLower(3), c.hasNoUpper(3),
            c.hasNoLower(2), c.hasNoUpper(2), c.bodyGapsDown(1, under: 2), c.upper(1) > c.veryShortShadow(1),
            c.high(1) > c.close(2), c.high(0) > c.high(1), c.low(0) < c.low(1)
        else { return 0 }
        return 100
    }
}
