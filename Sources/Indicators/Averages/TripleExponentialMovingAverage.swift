import Candles

extension Indicator {
    package static let tema = Indicator(
        "tema", title: "Triple exponential moving average",
        summary: "An exponential average with the lag of a second and a third one taken off.",
        formula:
            "3 * E1 - 3 * E2 + E3, where E1 = EMA, E2 = EMA of E1, E3 = EMA of E2, each seeded with a mean of its own.",
        source: "Mulloy, Smoothing Data with Less Lag, Stocks & Commodities 12:2, 1994; TA-Lib TEMA",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("tema")],
        warmup: { 3 * ($0.period - 1) }
    ) { [.series($0.inputs[0].tripleExponentialMovingAverage($0.options.period))] }
}

extension Series {
    func tripleExponentialMovingAverage(_ period: Int) -> Series {
        let once = exponentialMovingAverage(period)
        let twice = once.exponentialMovingAverage(period)
        return .candlewise(once, twice, twice.exponentialMovingAverage(period)) { 3 * ($0 - $1) + $2 }
    }
}
