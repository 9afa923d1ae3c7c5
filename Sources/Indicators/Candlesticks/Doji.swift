extension Indicator {
    package static let cdldoji = candlestick(
        "cdldoji", title: "Doji",
        summary: "Open and close are about the same: nobody won.",
        formula: """
            A body of at most a tenth of the mean range of the 10 candles before. 100, which says nothing of the \
            direction.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 8",
        lookback: 10, measures: [(.dojiBody, 0)]
    ) { c in
        c.isDoji(0) ? 100 : 0
    }
}
