import Candles

extension Indicator {
    package static let vortex = Indicator(
        "vortex", title: "Vortex indicator",
        summary: "How far price swung from low to next high, and from high to next low, per true range.",
        formula: """
            plus = sum of |high - low before| / sum of true ranges, minus = sum of |low - high before| / the same, over the \
            last period candles. 0 where the true ranges sum to 0.
            """,
        source: "Botes and Siepman, Stocks & Commodities 28:1, 2010; TA-Lib VORTEX",
        inputs: [.high, .low, .close], options: [.period("period", 14)],
        outputs: [.series("plus"), .series("minus")],
        warmup: { $0.period }
    ) { arguments in
        let (inputs, period) = (arguments.inputs, arguments.options.period)
        let range = Series.trueRange(inputs[0], inputs[1], inputs[2])
        return [(inputs[0], inputs[1]), (inputs[1], inputs[0])].map { side, other in
            let (ranges, now, before) = (range.span, side.span, other.span)
            return .series(
                .along(inputs) { stretch, result in
                    Rolling.sums(
                        in: stretch.dropFirst(), period: period, into: &result,
                        of: { SIMD2((now[$0] - before[$0 - 1]).magnitude, ranges[$0]) },
                        finish: { _, sums in sums[1] == 0 ? 0 : sums[0] / sums[1] })
                })
        }
    }
}
