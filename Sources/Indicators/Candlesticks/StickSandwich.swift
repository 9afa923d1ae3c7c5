extension Indicator {
    package static let cdlsticksandwich = candlestick(
        "cdlsticksandwich", title: "Stick sandwich",
        summary: "A white candle between two black ones with the same close: support.",
        formula: "Black; white whose low is above its close; black that closes equal to the first. 100.",
        source: "Morris, Candlestick Charting Explained, 1995, ch. 3",
        lookback: 7, measures: [(.equal, 2)]
    ) { c in
        guard c.isBlack(2), c.isWhite(1), c.isBlack(0), c.low(1) > c.close(2), c.areEqual(c.close(0), c.close(2), 2)
        else { return 0 }
        return 100
    }
}
