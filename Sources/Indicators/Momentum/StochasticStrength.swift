import Candles

extension Indicator {
    package static let stochrsi = Indicator(
        "stochrsi", title: "Stochastic relative strength index",
        summary: "Where the RSI lies in its own range of late, from 0 to 100, and the average of that.",
        formula: """
            fastk = 100 * (RSI - lowest RSI) / (highest RSI - lowest RSI) over fastk candles, 0 where the RSI stands still \
            but for rounding; fastd = average of fastk over fastd values. fastk is not smoothed. Both begin together.
            """,
        source: "Chande and Kroll, The New Technical Trader, 1994; TA-Lib STOCHRSI",
        inputs: [.source],
        options: [
            .period("period", 14, from: 2), .period("fastk", 5), .period("fastd", 3), .average("fastd_average", .sma),
        ],
        outputs: [.series("fastk"), .series("fastd")],
        warmup: { $0.period + $0.whole("fastk") - 1 + $0.average("fastd_average").warmup($0.whole("fastd")) }
    ) { arguments in
        let (source, options) = (arguments.inputs[0], arguments.options)
        let strength = source.relativeStrength(options.period)
        return PriceRange([strength, strength], options.whole("fastk")).position(of: strength)
            .withAverage(options.average("fastd_average"), options.whole("fastd"))
    }
}
