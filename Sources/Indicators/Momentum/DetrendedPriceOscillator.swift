import Candles

extension Indicator {
    package static let dpo = Indicator(
        "dpo", title: "Detrended price oscillator",
        summary: "The value of half a window ago against the mean of the window: cycles without the trend.",
        formula: "value period / 2 + 1 candles ago (cut to a whole number) - SMA of the period.",
        source: "Achelis, Technical Analysis from A to Z, 2nd ed., 2000; TA-Lib DPO",
        inputs: [.source], options: [.period("period", 20, from: 2)], outputs: [.series("dpo")],
        warmup: { max($0.period - 1, $0.period / 2 + 1) }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let before = Series.candlewise(source, behind: period / 2 + 1) { _, before in before }
        return [.series(.candlewise(before, source.simpleMovingAverage(period)) { $0 - $1 })]
    }
}
