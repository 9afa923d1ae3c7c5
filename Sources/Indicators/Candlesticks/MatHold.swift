extension Indicator {
    package static let cdlmathold = candlestick(
        "cdlmathold", title: "Mat hold",
        summary: "A rise that rests on small bodies and goes on.",
        formula: """
            Long white; a short black body that gaps up; two more short bodies, falling, all staying above penetration \
            * the first body below its close; white that opens above the last close and closes above the highs \
            between. 100.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 7", penetration: 0.5,
        lookback: 14, measures: [(.longBody, 4), (.shortBody, 3), (.shortBody, 2), (.shortBody, 1)]
    ) { c in
        guard c.isLong(4), c.body(3) < c.shortBody(3), c.body(2) < c.shortBody(2), c.body(1) < c.shortBody(1),
            c.isWhite(4), c.isBlack(3), c.isWhite(0), c.bodyGapsUp(3, over: 4)
        else { return 0 }
        let (ceiling, floor) = (c.close(4), c.close(4) - c.body(4) * c.penetration)
        guard c.bottom(2) < ceiling, c.bottom(1) < ceiling, c.bottom(2) > floor, c.bottom(1) > floor,
            c.top(2) < c.open(3), c.top(1) < c.top(2), c.open(0) > c.close(1),
            c.close(0) > max(c.high(3), c.high(2), c.high(1))
        else { return 0 }
        return 100
    }
}
