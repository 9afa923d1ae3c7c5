import Candles

extension Indicator {
    package static let bbands = Indicator(
        "bbands", title: "Bollinger bands",
        summary: "A moving average with a band of some standard deviations above and below it.",
        formula: """
            middle = moving average; upper = middle + up * deviation; lower = middle - down * deviation, the population \
            standard deviation of the last period values about their plain mean, whatever the middle. All begin together.
            """,
        source: "Bollinger, Bollinger on Bollinger Bands, 2001; TA-Lib BBANDS",
        inputs: [.source],
        options: [
            .period("period", 20, from: 2), .real("up", 2, in: 0...1000), .real("down", 2, in: 0...1000),
            .average("average", .sma),
        ],
        outputs: [.series("upper"), .series("middle"), .series("lower")],
        warmup: { max($0.period - 1, $0.average("average").warmup($0.period)) }
    ) { arguments in
        let (source, options) = (arguments.inputs[0], arguments.options)
        let (up, down) = (options.real("up"), options.real("down"))
        let average = source.movingAverage(options.average("average"), options.period)
        let deviation = source.standardDeviation(options.period)
        return [
            .series(.candlewise(average, deviation) { $0 + up * $1 }),
            .series(average.kept(where: deviation)),
            .series(.candlewise(average, deviation) { $0 - down * $1 }),
        ]
    }
}
