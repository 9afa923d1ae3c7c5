import Candles

extension Indicator {
    package static let bbands = Indicator(
        "bbands", title: "Bollinger bands",
        summary: "A moving average with a band of some standard deviations above and below it.",
        formula: "middle = SMA; upper = middle + up * deviation; lower = middle - down * deviation (population).",
        source: "Bollinger, Bollinger on Bollinger Bands, 2001; TA-Lib BBANDS",
        inputs: [.source],
        options: [.period("period", 20, from: 2), .real("up", 2, in: 0...1000), .real("down", 2, in: 0...1000)],
        outputs: [.series("upper"), .series("middle"), .series("lower")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let (up, down) = (arguments.options.real("up"), arguments.options.real("down"))
        let middle = source.simpleMovingAverage(period)
        let deviation = source.standardDeviation(period)
        let (means, deviations) = (middle.span, deviation.span)
        return [
            .series(Series(count: source.count) { for i in means.indices { $0[i] = means[i] + up * deviations[i] } }),
            .series(middle),
            .series(Series(count: source.count) { for i in means.indices { $0[i] = means[i] - down * deviations[i] } }),
        ]
    }
}
