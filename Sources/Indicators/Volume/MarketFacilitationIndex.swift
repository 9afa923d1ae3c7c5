import Candles

extension Indicator {
    package static let marketfi = Indicator(
        "marketfi", title: "Market facilitation index",
        summary: "How far the price moved for each unit of volume.",
        formula: "(high - low) / volume. 0 where there is no volume.",
        source: "Williams, Trading Chaos, 1995; TA-Lib MARKETFI",
        inputs: [.high, .low, .volume], outputs: [.series("marketfi")],
        warmup: { _ in 0 }
    ) { arguments in
        let columns = arguments.inputs
        return [
            .series(
                .candlewise(columns[0], columns[1], columns[2]) { high, low, volume in
                    volume == 0 ? 0 : (high - low) / volume
                })
        ]
    }
}
