import Candles

extension Indicator {
    package static let willr = Indicator(
        "willr", title: "Williams' %R",
        summary: "How far the close lies below the highest high of late, as a share of the range, from -100 to 0.",
        formula:
            "-100 * (highest high - close) / (highest high - lowest low) of the last period candles. 0 where the range is 0.",
        source: "Williams, How I Made One Million Dollars, 1973; TA-Lib WILLR",
        inputs: [.high, .low, .close], options: [.period("period", 14, from: 2)], outputs: [.series("willr")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let range = PriceRange(arguments.inputs, arguments.options.period)
        return [
            .series(
                .candlewise(range.highest, range.lowest, arguments.inputs[2]) { highest, lowest, close in
                    highest > lowest ? -100 * ((highest - close) / (highest - lowest)) : 0
                })
        ]
    }
}
