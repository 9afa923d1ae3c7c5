import Candles

extension Indicator {
    package static let zlema = Indicator(
        "zlema", title: "Zero-lag exponential moving average",
        summary: "An exponential average of values that lean forward by what they rose over its lag.",
        formula: "EMA of (2 * value - value (period - 1) / 2 candles ago, cut to a whole number).",
        source: "Ehlers and Way, Zero Lag (Well, Almost), Stocks & Commodities 28:12, 2010; TA-Lib ZLEMA",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("zlema")],
        warmup: { $0.period - 1 + ($0.period - 1) / 2 }
    ) { [.series($0.inputs[0].zeroLagMovingAverage($0.options.period))] }
}

extension Series {
    func zeroLagMovingAverage(_ period: Int) -> Series {
        Series.candlewise(self, behind: (period - 1) / 2) { $0 + ($0 - $1) }.exponentialMovingAverage(period)
    }
}
