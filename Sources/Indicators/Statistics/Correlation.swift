import Candles

extension Indicator {
    package static let correl = Indicator(
        "correl", title: "Correlation",
        summary: "How closely two series move together over the last candles, -1 to 1.",
        formula: "Pearson's correlation of the last period values; 0 where one of the two does not move.",
        source: "Pearson, Philosophical Transactions A 187, 1896, p. 265; TA-Lib CORREL",
        inputs: [.series("first"), .series("second")], options: [.period("period", 30)], outputs: [.series("correl")],
        warmup: { $0.period - 1 }
    ) { arguments in
        [
            .series(
                .windowCovariances(arguments.inputs[0], arguments.inputs[1], arguments.options.period) {
                    let scale = $0.first.squareRoot() * $0.second.squareRoot()
                    return scale > 0 ? Swift.min(1, Swift.max(-1, $0.product / scale)) : 0
                })
        ]
    }
}
