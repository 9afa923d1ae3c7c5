import Candles

extension Indicator {
    package static let cvi = Indicator(
        "cvi", title: "Chaikin's volatility",
        summary: "Whether candles grow or shrink, in percent.",
        formula: "Rate of change over change candles of the EMA of high - low. 0 where that was 0.",
        source: "Achelis, Technical Analysis from A to Z, 2nd ed., 2000; TA-Lib CVI",
        inputs: [.high, .low], options: [.period("period", 10, from: 2), .period("change", 10)],
        outputs: [.series("cvi")],
        warmup: { $0.period - 1 + $0.whole("change") }
    ) { arguments in
        let height = Series.candlewise(arguments.inputs[0], arguments.inputs[1]) { high, low in high - low }
        let average = height.exponentialMovingAverage(arguments.options.period)
        return [.series(average.rateOfChange(arguments.options.whole("change")))]
    }
}
