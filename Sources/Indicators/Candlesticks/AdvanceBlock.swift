extension Indicator {
    package static let cdladvanceblock = candlestick(
        "cdladvanceblock", title: "Advance block",
        summary: "Three rising white candles that weaken.",
        formula: """
            Three white candles, each closing higher and opening within or near the body before; the first long with a \
            short upper shadow; then one sign of weakness: the second far smaller and the third no longer, or the \
            third far smaller, or bodies that shrink with an upper shadow that is not short, or a smaller third with a \
            long upper shadow. -100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 7",
        lookback: 12,
        measures: [
            (.shortShadow, 2), (.shortShadow, 1), (.shortShadow, 0), (.near, 2), (.near, 1), (.far, 2), (.far, 1),
            (.longBody, 2),
        ]
    ) { c in
        guard c.isWhite(2), c.isWhite(1), c.isWhite(0), c.close(0) > c.close(1), c.close(1) > c.close(2),
            c.open(1) > c.open(2), c.open(1) <= c.close(2) + c.near(2),
            c.open(0) > c.open(1), c.open(0) <= c.close(1) + c.near(1), c.isLong(2), c.upper(2) < c.shortShadow(2)
        else { return 0 }
        let (first, second, third) = (c.body(2), c.body(1), c.body(0))
        let isBlocked =
            second < first - c.far(2) && third < second + c.near(1)
            || third < second - c.far(1)
            || third < second && second < first && (c.upper(0) > c.shortShadow(0) || c.upper(1) > c.shortShadow(1))
            || third < second && c.upper(0) > c.longShadow(0)
        return isBlocked ? -100 : 0
    }
}
