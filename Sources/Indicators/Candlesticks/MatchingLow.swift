extension Indicator {
    package static let cdlmatchinglow = candlestick(
        "cdlmatchinglow", title: "Matching low",
        summary: "Two black candles that close at the same low: support.",
        formula: "Two black candles with equal closes. 100.",
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 6, measures: [(.equal, 1)]
    ) { c in
        c.isBlack(1) && c.isBlack(0) && c.areEqual(c.close(0), c.close(1), 1) ? 100 : 0
    }
}
