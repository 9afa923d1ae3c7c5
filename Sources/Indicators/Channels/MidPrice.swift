import Candles

extension Indicator {
    package static let midprice = Indicator(
        "midprice", title: "Midpoint price",
        summary: "The middle between the highest high and the lowest low of the last candles.",
        formula: "(highest high + lowest low of the last period candles) / 2.",
        source: "TA-Lib MIDPRICE",
        inputs: [.high, .low], options: [.period("period", 14, from: 2)], outputs: [.series("midprice")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let range = PriceRange(arguments.inputs, arguments.options.period)
        return [.series(.candlewise(range.highest, range.lowest) { ($0 + $1) / 2 })]
    }
}
