import Candles

extension Indicator {
    package static let avgprice = Indicator(
        "avgprice", title: "Average price",
        summary: "The mean of a candle's four prices.",
        formula: "(open + high + low + close) / 4.",
        source: "TA-Lib AVGPRICE",
        inputs: [.open, .high, .low, .close], outputs: [.series("avgprice")],
        warmup: { _ in 0 }
    ) { arguments in
        let prices = arguments.inputs
        return [.series(.candlewise(prices[0], prices[1], prices[2], prices[3]) { ($0 + $1 + $2 + $3) / 4 })]
    }
}
