import Candles

extension Indicator {
    package static let wclprice = Indicator(
        "wclprice", title: "Weighted close price",
        summary: "The mean of a candle's high, low and close, the close counted twice.",
        formula: "(high + low + 2 * close) / 4.",
        source: "TA-Lib WCLPRICE",
        inputs: [.high, .low, .close], outputs: [.series("wclprice")],
        warmup: { _ in 0 }
    ) { arguments in
        let prices = arguments.inputs
        return [.series(.candlewise(prices[0], prices[1], prices[2]) { ($0 + $1 + 2 * $2) / 4 })]
    }
}
