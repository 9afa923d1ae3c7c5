extension Indicator {
    package static let cdlabandonedbaby = candlestick(
        "cdlabandonedbaby", title: "Abandoned baby",
        summary: "A doji left behind by gaps on both sides: a turn.",
        formula: """
            A long body; a doji beyond it with a gap, shadows included; a candle of the other color, not short, behind \
            a gap back, that closes more than penetration * the first body into it. 100 for a low, -100 for a high.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 5", penetration: 0.3,
        lookback: 12, measures: [(.longBody, 2), (.dojiBody, 1), (.shortBody, 0)]
    ) { c in
        guard c.isLong(2), c.isDoji(1), c.body(0) > c.shortBody(0) else { return 0 }
        let reach = c.body(2) * c.penetration
        if c.isWhite(2), c.isBlack(0), c.close(0) < c.close(2) - reach, c.gapsUp(1, over: 2), c.gapsDown(0, under: 1) {
            return -100
        }
        if c.isBlack(2), c.isWhite(0), c.close(0) > c.close(2) + reach, c.gapsDown(1, under: 2), c.gapsUp(0, over: 1) {
            return 100
        }
        return 0
    }
}
