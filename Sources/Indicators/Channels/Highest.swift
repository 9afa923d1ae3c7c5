import Candles

extension Indicator {
    package static let highest = Indicator(
        "highest", title: "Highest value",
        summary: "The largest of the last candles, the present one included.",
        formula: "Largest of the last period values.",
        source: "TA-Lib MAX",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("highest")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let source = arguments.inputs[0]
        let highest = Series(count: source.count) { result in
            for stretch in Series.stretches(of: source) {
                Rolling.extremes(of: source, in: stretch, period: arguments.options.period, into: &result) { $0 > $1 }
            }
        }
        return [.series(Series(highest.values, tick: source.tick))]
    }
}
