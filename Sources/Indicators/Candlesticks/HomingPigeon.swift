extension Indicator {
    package static let cdlhomingpigeon = candlestick(
        "cdlhomingpigeon", title: "Homing pigeon",
        summary: "A small black body inside of a long black one: a fall slows.",
        formula: "Long black; short black inside of its body. 100.",
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 11, measures: [(.longBody, 1), (.shortBody, 0)]
    ) { c in
        guard c.isBlack(1), c.isBlack(0), c.isLong(1), c.body(0) <= c.shortBody(0), c.open(0) < c.open(1),
            c.close(0) > c.close(1)
        else { return 0 }
        return 100
    }
}
