import Candles

extension Indicator {
    package static let cci = Indicator(
        "cci", title: "Commodity channel index",
        summary: "How far the typical price is from its mean, in units of its usual distance.",
        formula: """
            (p - SMA of p) / (0.015 * mean of |p - that SMA|) over the last period candles, where p = (high + low + close) \
            / 3. 0 where the mean distance is 0, but for rounding. The work grows with the period.
            """,
        source: "Lambert, Commodity Channel Index, Commodities, October 1980, p. 40; TA-Lib CCI",
        inputs: [.high, .low, .close], options: [.period("period", 14, from: 2)], outputs: [.series("cci")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let period = arguments.options.period
        let price = Series.typicalPrice(arguments.inputs[0], arguments.inputs[1], arguments.inputs[2])
        return [
            .series(
                .candlewise(price, price.simpleMovingAverage(period), price.averageDeviation(period)) {
                    price, mean, deviation in
                    deviation > 1e-14 * price.magnitude ? (price - mean) / (0.015 * deviation) : 0
                })
        ]
    }
}
