import Candles

extension Indicator {
    package static let massi = Indicator(
        "massi", title: "Mass index",
        summary: "Swells when candles widen: a bulge above 27 that falls below 26.5 is said to announce a turn.",
        formula: """
            Sum over slow candles of E / EMA of E, where E = EMA of high - low, both over fast candles; 1 for a candle \
            whose average is 0.
            """,
        source: "Dorsey, The Mass Index, Stocks & Commodities 10:6, 1992; TA-Lib MASSI",
        inputs: [.high, .low], options: [.period("fast", 9, from: 2), .period("slow", 25, from: 2)],
        outputs: [.series("massi")],
        warmup: { 2 * ($0.whole("fast") - 1) + $0.whole("slow") - 1 }
    ) { arguments in
        let fast = arguments.options.whole("fast")
        let once = Series.candlewise(arguments.inputs[0], arguments.inputs[1]) { high, low in high - low }
            .exponentialMovingAverage(fast)
        let ratio = Series.candlewise(once, once.exponentialMovingAverage(fast)) { $1 == 0 ? 1 : $0 / $1 }
        let ratios = ratio.span
        return [
            .series(
                .along([ratio]) { stretch, result in
                    Rolling.sums(in: stretch, period: arguments.options.whole("slow"), into: &result) { index in
                        SIMD2(ratios[index], 0)
                    } finish: { _, sums in
                        sums.x
                    }
                })
        ]
    }
}
