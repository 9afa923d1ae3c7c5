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
        return [.series(source.lowest(arguments.options.period))]
    }
}

extension Series {
    /// The smallest of the last `period` values, in their ticks.
    package func lowest(_ period: Int) -> Series {
        let lowest = Series.along(self, warmup: period - 1) { stretch, result in
            Rolling.smallest(of: self, in: stretch, period: period, into: &result)
        }
        return Series(lowest.values, tick: tick)
    }
}
