extension Indicator {
    package static let cdllongleggeddoji = candlestick(
        "cdllongleggeddoji", title: "Long-legged doji",
        summary: "A doji with a long shadow.",
        formula: "A doji with a shadow longer than its body. 100, which says nothing of the direction.",
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 8",
        lookback: 10, measures: [(.dojiBody, 0)]
    ) { c in
        c.isDoji(0) && (c.lower(0) > c.longShadow(0) || c.upper(0) > c.longShadow(0)) ? 100 : 0
    }
}
