import Candles

extension Indicator {
    package static let kdj = Indicator(
        "kdj", title: "KDJ stochastic",
        summary: "The stochastic with Wilder's smoothing, and a third line that runs ahead of both.",
        formula: """
            raw = 100 * (close - lowest low) / (highest high - lowest low) over fastk candles, 0 where that range is 0; \
            k = average of raw over slowk values, d = average of k over slowd values, j = 3 * k - 2 * d. All begin together.
            """,
        source: "TA-Lib KDJ",
        inputs: [.high, .low, .close],
        options: [
            .period("fastk", 9), .period("slowk", 3), .average("slowk_average", .rma), .period("slowd", 3),
            .average("slowd_average", .rma),
        ],
        outputs: [.series("k"), .series("d"), .series("j")],
        warmup: { options in
            options.whole("fastk") - 1 + options.average("slowk_average").warmup(options.whole("slowk"))
                + options.average("slowd_average").warmup(options.whole("slowd"))
        }
    ) { arguments in
        let (prices, options) = (arguments.inputs, arguments.options)
        let raw = PriceRange(prices, options.whole("fastk")).position(of: prices[2])
        let k = raw.movingAverage(options.average("slowk_average"), options.whole("slowk"))
        let d = k.movingAverage(options.average("slowd_average"), options.whole("slowd"))
        return [
            .series(.candlewise(k, d) { k, _ in k }), .series(d), .series(.candlewise(k, d) { k, d in 3 * k - 2 * d }),
        ]
    }
}
