import Candles

extension Indicator {
    package static let stoch = Indicator(
        "stoch", title: "Stochastic",
        summary: "Where the close lies in the range of the last candles, from 0 to 100, smoothed twice.",
        formula: """
            raw = 100 * (close - lowest low) / (highest high - lowest low) over fastk candles, 0 where that range is 0; \
            slowk = average of raw over slowk values, slowd = average of slowk over slowd values. Both begin together.
            """,
        source: "Lane, Lane's Stochastics, Stocks & Commodities 2:3, 1984; TA-Lib STOCH",
        inputs: [.high, .low, .close],
        options: [
            .period("fastk", 5), .period("slowk", 3), .average("slowk_average", .sma), .period("slowd", 3),
            .average("slowd_average", .sma),
        ],
        outputs: [.series("slowk"), .series("slowd")],
        warmup: { options in
            options.whole("fastk") - 1 + options.average("slowk_average").warmup(options.whole("slowk"))
                + options.average("slowd_average").warmup(options.whole("slowd"))
        }
    ) { arguments in
        let (prices, options) = (arguments.inputs, arguments.options)
        let raw = PriceRange(prices, options.whole("fastk")).position(of: prices[2])
        let slow = raw.movingAverage(options.average("slowk_average"), options.whole("slowk"))
        return slow.withAverage(options.average("slowd_average"), options.whole("slowd"))
    }

    package static let stochf = Indicator(
        "stochf", title: "Stochastic, fast",
        summary: "Where the close lies in the range of the last candles, from 0 to 100, and its average.",
        formula: """
            fastk = 100 * (close - lowest low) / (highest high - lowest low) over fastk candles, 0 where that range is 0; \
            fastd = average of fastk over fastd values. Both begin together.
            """,
        source: "Lane, Lane's Stochastics, Stocks & Commodities 2:3, 1984; TA-Lib STOCHF",
        inputs: [.high, .low, .close],
        options: [.period("fastk", 5), .period("fastd", 3), .average("fastd_average", .sma)],
        outputs: [.series("fastk"), .series("fastd")],
        warmup: { $0.whole("fastk") - 1 + $0.average("fastd_average").warmup($0.whole("fastd")) }
    ) { arguments in
        let (prices, options) = (arguments.inputs, arguments.options)
        return PriceRange(prices, options.whole("fastk")).position(of: prices[2])
            .withAverage(options.average("fastd_average"), options.whole("fastd"))
    }
}

extension Series {
    /// The series and its average, both from the candle on which the average begins.
    func withAverage(_ kind: MovingAverageKind, _ period: Int) -> [Indicator.Value] {
        let average = movingAverage(kind, period)
        return [.series(kept(where: average)), .series(average)]
    }
}
