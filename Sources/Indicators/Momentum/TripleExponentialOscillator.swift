import Candles

extension Indicator {
    package static let trix = Indicator(
        "trix", title: "Triple exponential oscillator",
        summary: "How fast a triply smoothed average moves, in percent a candle.",
        formula:
            "Rate of change over one candle of EMA of EMA of EMA, each seeded with the mean of its own first values.",
        source: "Hutson, Good TRIX, Stocks & Commodities 1:5, 1983; TA-Lib TRIX",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("trix")],
        warmup: { 3 * ($0.period - 1) + 1 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let smooth = source.exponentialMovingAverage(period).exponentialMovingAverage(period)
            .exponentialMovingAverage(period)
        return [.series(smooth.rateOfChange(1))]
    }
}
