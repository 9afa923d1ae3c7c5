import Candles

extension Indicator {
    package static let sum = Indicator(
        "sum", title: "Rolling sum",
        summary: "The sum of the last candles.",
        formula: "Sum of the last period values, from two parts that are never subtracted from.",
        source: "TA-Lib SUM",
        inputs: [.source], options: [.period("period", 30, from: 2)], outputs: [.series("sum")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let values = source.span
        return [
            .series(
                .along([source]) { stretch, result in
                    Rolling.sums(
                        in: stretch, period: period, into: &result, of: { SIMD2(values[$0], 0) },
                        finish: { _, sums in sums[0] })
                })
        ]
    }
}
