import Candles

extension Indicator {
    package static let ultosc = Indicator(
        "ultosc", title: "Ultimate oscillator",
        summary: "The pressure of buyers over three windows at once, from 0 to 100.",
        formula: """
            100 * (4 * short + 2 * middle + long) / 7, each the sum of close - true low divided by that of the true range \
            over its period, 0 where nothing moved; true low = min(low, close before). Periods in any order.
            """,
        source: "Williams, The Ultimate Oscillator, Stocks & Commodities 3:4, 1985; TA-Lib ULTOSC",
        inputs: [.high, .low, .close],
        options: [.period("first", 7), .period("second", 14), .period("third", 28)], outputs: [.series("ultosc")],
        warmup: { $0.values.max().map { Int($0) } ?? 0 }
    ) { arguments in
        let (high, low, close) = (arguments.inputs[0], arguments.inputs[1], arguments.inputs[2])
        let (highs, lows, closes) = (high.span, low.span, close.span)
        let shares = arguments.options.values.sorted().map { period in
            Series.along([high, low, close]) { stretch, result in
                Rolling.sums(in: stretch.dropFirst(), period: Int(period), into: &result) { index in
                    let before = closes[index - 1]
                    let trueLow = min(lows[index], before)
                    return SIMD2(closes[index] - trueLow, max(highs[index], before) - trueLow)
                } finish: { _, sums in
                    sums.y > 0 ? sums.x / sums.y : 0
                }
            }
        }
        return [.series(.candlewise(shares[0], shares[1], shares[2]) { 100 * ((4 * $0 + 2 * $1 + $2) / 7) })]
    }
}
