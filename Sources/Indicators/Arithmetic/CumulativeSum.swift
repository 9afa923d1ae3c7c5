import Candles

extension Indicator {
    package static let cumsum = Indicator(
        "cumsum", title: "Cumulative sum",
        summary: "The sum of all values up to each candle.",
        formula: "Sum of the values from the first on, in two doubles; it begins anew behind a missing value.",
        source: "TA-Lib CUMSUM",
        inputs: [.source], outputs: [.series("cumsum")], warmup: { _ in 0 }
    ) { arguments in
        let source = arguments.inputs[0]
        let values = source.span
        return [
            .series(
                .along([source]) { stretch, result in
                    var sum = CompensatedSum()
                    for index in stretch {
                        sum.add(values[index])
                        result[index] = sum.value
                    }
                })
        ]
    }
}
