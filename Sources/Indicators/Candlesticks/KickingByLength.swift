extension Indicator {
    package static let cdlkickingbylength = candlestick(
        "cdlkickingbylength", title: "Kicking, by the longer marubozu",
        summary: "As kicking, but the longer of the two gives the direction.",
        formula: """
            Two marubozus of opposite colors, the second behind a gap in its direction. 100 when the longer is white, \
            -100 when black; of equals the first decides.
            """,
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 11, measures: [(.veryShortShadow, 1), (.veryShortShadow, 0), (.longBody, 1), (.longBody, 0)]
    ) { c in
        guard c.color(1) == -c.color(0), c.isLong(1), c.hasNoUpper(1), c.hasNoLower(1), c.isLong(0), c.hasNoUpper(0),
            c.hasNoLower(0), c.isBlack(1) ? c.gapsUp(0, over: 1) : c.gapsDown(0, under: 1)
        else { return 0 }
        return 100 * (c.body(0) > c.body(1) ? c.color(0) : c.color(1))
    }
}
