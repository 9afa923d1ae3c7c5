import Candles

extension Indicator {
    package static let sma = Indicator(
        "sma", title: "Simple moving average",
        summary: "The mean of the last candles.",
        formula: "Sum of the last period values / period. Prices of whole ticks are summed as whole numbers.",
        source: "TA-Lib SMA",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("sma")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].simpleMovingAverage($0.options.period))] }
}

extension Series {
    /// The mean of the last `period` values, of equal value wherever two of them tie as decimal numbers.
    package func simpleMovingAverage(_ period: Int) -> Series {
        .along(self, warmup: period - 1) { stretch, result in
            Rolling.means(of: self, in: stretch, period: period, into: &result)
        }
    }
}
