import Candles

extension Indicator {
    package static let vhf = Indicator(
        "vhf", title: "Vertical horizontal filter",
        summary: "How much of the way gone led anywhere: high in a trend, low in a range.",
        formula: """
            (highest - lowest of the last period values) / sum of the last period |changes|. 0 where nothing moved.
            """,
        source: "White, Futures, August 1991; Achelis, Technical Analysis from A to Z, 2nd ed., 2000; TA-Lib VHF",
        inputs: [.source], options: [.period("period", 28, from: 2)], outputs: [.series("vhf")],
        warmup: { $0.period }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let (highest, lowest) = (source.highest(period), source.lowest(period))
        let (values, highs, lows) = (source.span, highest.span, lowest.span)
        return [
            .series(
                .along([source]) { stretch, result in
                    Rolling.sums(in: stretch.dropFirst(), period: period, into: &result) { index in
                        SIMD2((values[index] - values[index - 1]).magnitude, 0)
                    } finish: { index, sums in
                        sums.x > 0 ? (highs[index] - lows[index]) / sums.x : 0
                    }
                })
        ]
    }
}
