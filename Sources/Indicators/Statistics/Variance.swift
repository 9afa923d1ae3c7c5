import Candles

extension Indicator {
    package static let variance = Indicator(
        "var", title: "Variance",
        summary: "How widely the last candles lie around their mean, squared.",
        formula: "Mean squared distance of the last period values from their mean (population); 0 where nothing moves.",
        source: "TA-Lib VAR",
        inputs: [.source], options: [.period("period", 5)], outputs: [.series("var")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].windowMoments($0.options.period) { moments, _ in moments.variance })] }
}
