extension Indicator {
    package static let cdl3whitesoldiers = candlestick(
        "cdl3whitesoldiers", title: "Three advancing white soldiers",
        summary: "Three rising white candles that close near their highs.",
        formula: """
            Three white candles without upper shadow, each closing higher and opening within or near the body before, \
            none far shorter than the one before, the last not short. 100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 7",
        lookback: 12,
        measures: [
            (.veryShortShadow, 2), (.veryShortShadow, 1), (.veryShortShadow, 0), (.near, 2), (.near, 1), (.far, 2),
            (.far, 1), (.shortBody, 0),
        ]
    ) { c in
        guard c.isWhite(2), c.hasNoUpper(2), c.isWhite(1), c.hasNoUpper(1), c.isWhite(0), c.hasNoUpper(0),
            c.close(0) > c.close(1), c.close(1) > c.close(2), c.open(1) > c.open(2),
            c.open(1) <= c.close(2) + c.near(2),
            c.open(0) > c.open(1), c.open(0) <= c.close(1) + c.near(1), c.body(1) > c.body(2) - c.far(2),
            c.body(0) > c.body(1) - c.far(1), c.body(0) > c.shortBody(0)
        else { return 0 }
        return 100
    }
}
