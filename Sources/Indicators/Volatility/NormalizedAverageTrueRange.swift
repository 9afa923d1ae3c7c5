import Candles

extension Indicator {
    package static let natr = Indicator(
        "natr", title: "Normalized average true range",
        summary: "How far price usually moves in one candle, in percent of it.",
        formula: "100 * atr / close, 0 where the close is 0. Period 1: the true range itself, not in percent.",
        source: """
            Forman, Cross-Market Evaluations with Normalized Average True Range, Stocks & Commodities 24:6, 2006; \
            TA-Lib NATR
            """,
        inputs: [.high, .low, .close], options: [.period("period", 14)], outputs: [.series("natr")],
        warmup: { $0.period }
    ) { arguments in
        let (high, low, close) = (arguments.inputs[0], arguments.inputs[1], arguments.inputs[2])
        let period = arguments.options.period
        guard period > 1 else { return [.series(.trueRange(high, low, close))] }
        return [
            .series(
                .candlewise(.averageTrueRange(high, low, close, period), close) { range, close in
                    close == 0 ? 0 : 100 * (range / close)
                })
        ]
    }
}
