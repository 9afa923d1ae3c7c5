extension Indicator {
    package static let cdlbreakaway = candlestick(
        "cdlbreakaway", title: "Breakaway",
        summary: "A trend that runs on behind a gap and then breaks.",
        formula: """
            A long candle; one of its color behind a gap of the bodies; two that go on in highs and lows, the second \
            of them of that color; then one of the other color that closes within the gap. 100 up, -100 down.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 14, measures: [(.longBody, 4)]
    ) { c in
        guard c.isLong(4), c.color(4) == c.color(3), c.color(3) == c.color(1), c.color(1) == -c.color(0) else {
            return 0
        }
        let goesOn =
            c.isBlack(4)
            ? c.bodyGapsDown(3, under: 4) && c.high(2) < c.high(3) && c.low(2) < c.low(3) && c.high(1) < c.high(2)
                && c.low(1) < c.low(2) && c.close(0) > c.open(3) && c.close(0) < c.close(4)
            : c.bodyGapsUp(3, over: 4) && c.high(2) > c.high(3) && c.low(2) > c.low(3) && c.high(1) > c.high(2)
                && c.low(1) > c.low(2) && c.close(0) < c.open(3) && c.close(0) > c.close(4)
        return goesOn ? 100 * c.color(0) : 0
    }
}
