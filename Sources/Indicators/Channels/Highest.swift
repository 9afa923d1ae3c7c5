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
        return [.series(source.highest(arguments.options.period))]
    }
}

extension Series {
    /// The largest of the last `period` values, in their ticks.
    package func highest(_ period: Int) -> Series {
        let highest = Series.along(self, warmup: period - 1) { stretch, result in
            Rolling.largest(of: self, in: stretch, period: period, into: &result)
        }
        return Series(highest.values, tick: tick)
    }
}
