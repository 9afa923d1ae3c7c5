import Candles

extension Indicator {
    package static let typprice = Indicator(
        "typprice", title: "Typical price",
        summary: "The mean of a candle's high, low and close.",
        formula: "(high + low + close) / 3.",
        source: "TA-Lib TYPPRICE",
        inputs: [.high, .low, .close], outputs: [.series("typprice")],
        warmup: { _ in 0 }
    ) { [.series(.typicalPrice($0.inputs[0], $0.inputs[1], $0.inputs[2]))] }
}

extension Series {
    /// The mean of high, low and close.
    static func typicalPrice(_ high: Series, _ low: Series, _ close: Series) -> Series {
        candlewise(high, low, close) { ($0 + $1 + $2) / 3 }
    }
}
