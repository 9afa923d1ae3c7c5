extension Indicator {
    package static let cdlengulfing = candlestick(
        "cdlengulfing", title: "Engulfing",
        summary: "A body that covers the one before, of the other color.",
        formula: """
            The body reaches beyond both ends of the body before, of the other color: 100 white, -100 black. Where one \
            end ties: 80 and -80.
            """,
        source: "Nison, Japanese Candlestick Charting Techniques, 1991, ch. 4",
        lookback: 2
    ) { c in
        let (open, close) = (c.open(0), c.close(0))
        if c.isWhite(0), c.isBlack(1),
            close >= c.open(1) && open < c.close(1) || close > c.open(1) && open <= c.close(1)
        {
            return open != c.close(1) && close != c.open(1) ? 100 : 80
        }
        if c.isBlack(0), c.isWhite(1),
            open >= c.close(1) && close < c.open(1) || open > c.close(1) && close <= c.open(1)
        {
            return open != c.close(1) && close != c.open(1) ? -100 : -80
        }
        return 0
    }
}
