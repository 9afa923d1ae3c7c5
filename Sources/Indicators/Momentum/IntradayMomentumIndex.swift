import Candles

extension Indicator {
    package static let imi = Indicator(
        "imi", title: "Intraday momentum index",
        summary: "The share of rising bodies in all bodies of the window, from 0 to 100.",
        formula: """
            100 * up / (up + down), sums of close - open where it rose and of open - close where it fell. 50 where no \
            candle has a body.
            """,
        source: "Chande and Kroll, The New Technical Trader, 1994; TA-Lib IMI",
        inputs: [.open, .close], options: [.period("period", 14, from: 2)], outputs: [.series("imi")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (open, close) = (arguments.inputs[0], arguments.inputs[1])
        let (opens, closes) = (open.span, close.span)
        return [
            .series(
                .along([open, close]) { stretch, result in
                    Rolling.sums(in: stretch, period: arguments.options.period, into: &result) { index in
                        let body = closes[index] - opens[index]
                        return SIMD2(max(body, 0), max(-body, 0))
                    } finish: { _, sums in
                        let bodies = sums.x + sums.y
                        return bodies > 0 ? 100 * (sums.x / bodies) : 50
                    }
                })
        ]
    }
}
