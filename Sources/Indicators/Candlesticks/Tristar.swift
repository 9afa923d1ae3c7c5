extension Indicator {
    package static let cdltristar = candlestick(
        "cdltristar", title: "Tri-star",
        summary: "Three dojis, the middle one set off by a gap: a turn.",
        formula: """
            Three dojis by the measure of the first; the second body gaps up and the third is not higher: -100; it \
            gaps down and the third is not lower: 100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 8",
        lookback: 12, measures: [(.dojiBody, 2)]
    ) { c in
        let doji = c.dojiBody(2)
        guard c.body(2) <= doji, c.body(1) <= doji, c.body(0) <= doji else { return 0 }
        if c.bodyGapsDown(1, under: 2), c.bottom(0) > c.bottom(1) { return 100 }
        if c.bodyGapsUp(1, over: 2), c.top(0) < c.top(1) { return -100 }
        return 0
    }
}
