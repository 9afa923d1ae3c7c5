import Candles

extension Indicator {
    package static let lowest = Indicator(
        "lowest", title: "Lowest value",
        summary: "The smallest of the last candles, the present one included.",
        formula: "Smallest of the last period values.",
        source: "TA-Lib MIN",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("lowest")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let source = arguments.inputs[0]
        let lowest = Series(count: source.count) { result in
            for stretch in Series.stretches(of: source) {
                Rolling.extremes(of: source, in: stretch, period: arguments.options.period, into: &result) { $0 < $1 }
            }
        }
        return [.series(Series(lowest.values, tick: source.tick))]
    }
}
