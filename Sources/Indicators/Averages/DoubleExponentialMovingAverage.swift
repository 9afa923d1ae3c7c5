import Candles

extension Indicator {
    package static let dema = Indicator(
        "dema", title: "Double exponential moving average",
        summary: "An exponential average with the lag of a second one taken off.",
        formula: "2 * EMA - EMA of EMA, each seeded with the mean of its own first period values.",
        source: "Mulloy, Smoothing Data with Faster Moving Averages, Stocks & Commodities 12:1, 1994; TA-Lib DEMA",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("dema")],
        warmup: { 2 * ($0.period - 1) }
    ) { [.series($0.inputs[0].doubleExponentialMovingAverage($0.options.period))] }
}

extension Series {
    func doubleExponentialMovingAverage(_ period: Int) -> Series {
        let once = exponentialMovingAverage(period)
        return .candlewise(once, once.exponentialMovingAverage(period)) { $0 + ($0 - $1) }
    }
}
