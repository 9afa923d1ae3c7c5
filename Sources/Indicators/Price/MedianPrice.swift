import Candles

extension Indicator {
    package static let medprice = Indicator(
        "medprice", title: "Median price",
        summary: "The middle of each candle.",
        formula: "(high + low) / 2.",
        source: "TA-Lib MEDPRICE",
        inputs: [.high, .low], outputs: [.series("medprice")],
        warmup: { _ in 0 }
    ) { [.series(.candlewise($0.inputs[0], $0.inputs[1]) { high, low in (high + low) / 2 })] }
}
