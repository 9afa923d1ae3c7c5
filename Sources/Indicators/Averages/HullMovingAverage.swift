import Candles

extension Indicator {
    package static let hma = Indicator(
        "hma", title: "Hull moving average",
        summary: "A weighted average with most of its lag taken off, smoothed again.",
        formula:
            "WMA of (2 * WMA of period / 2 - WMA of period), over the root of the period; both cut to whole numbers.",
        source: "Hull, alanhull.com, 2005; TA-Lib HMA",
        inputs: [.source], options: [.period("period", 20)], outputs: [.series("hma")],
        warmup: { $0.period - 1 + Int(Double($0.period).squareRoot()) - 1 }
    ) { [.series($0.inputs[0].hullMovingAverage($0.options.period))] }
}

extension Series {
    func hullMovingAverage(_ period: Int) -> Series {
        let ahead = Series.candlewise(
            weightedMovingAverage(max(period / 2, 1)), weightedMovingAverage(period)
        ) { $0 + ($0 - $1) }
        return ahead.weightedMovingAverage(Int(Double(period).squareRoot()))
    }
}
