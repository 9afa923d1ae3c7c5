extension Indicator {
    package static let cdlrisefall3methods = candlestick(
        "cdlrisefall3methods", title: "Rising and falling three methods",
        summary: "A trend that rests on three small candles and goes on.",
        formula: """
            A long candle; three short ones of the other color within its range, closing further against it; a long \
            one of its color that opens beyond the last close and closes beyond the first. 100 white, -100 black.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 7",
        lookback: 14, measures: [(.longBody, 4), (.longBody, 0), (.shortBody, 3), (.shortBody, 2), (.shortBody, 1)]
    ) { c in
        guard c.isLong(4), c.body(3) < c.shortBody(3), c.body(2) < c.shortBody(2), c.body(1) < c.shortBody(1),
            c.isLong(0),
            c.color(4) == -c.color(3), c.color(3) == c.color(2), c.color(2) == c.color(1), c.color(1) == -c.color(0)
        else { return 0 }
        let (low, high, color) = (c.low(4), c.high(4), c.color(4))
        guard c.bottom(3) < high, c.top(3) > low, c.bottom(2) < high, c.top(2) > low, c.bottom(1) < high,
            c.top(1) > low,
            c.close(2) * color < c.close(3) * color, c.close(1) * color < c.close(2) * color,
            c.open(0) * color > c.close(1) * color, c.close(0) * color > c.close(4) * color
        else { return 0 }
        return 100 * color
    }
}
