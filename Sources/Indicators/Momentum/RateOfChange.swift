import Candles

extension Indicator {
    package static let roc = Indicator(
        "roc", title: "Rate of change",
        summary: "How far the value is from that of some candles ago, in percent.",
        formula: "100 * (value / value period candles ago - 1). 0 where that was 0.",
        source: "TA-Lib ROC",
        inputs: [.source], options: [.period("period", 10)], outputs: [.series("roc")],
        warmup: { $0.period }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let values = source.span
        return [
            .series(
                Series(count: source.count) { result in
                    for stretch in Series.stretches(of: source) where stretch.count > period {
                        for index in (stretch.lowerBound + period)..<stretch.upperBound {
                            let before = values[index - period]
                            result[index] = before == 0 ? 0 : 100 * (values[index] / before - 1)
                        }
                    }
                })
        ]
    }
}
