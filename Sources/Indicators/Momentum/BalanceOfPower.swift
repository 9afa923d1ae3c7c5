import Candles

extension Indicator {
    package static let bop = Indicator(
        "bop", title: "Balance of power",
        summary: "Which part of its range a candle won: 1 for a rise from low to high, -1 for a fall.",
        formula: "(close - open) / (high - low). 0 where high = low.",
        source: "Livshin, Balance of Power, Stocks & Commodities 19:8, 2001; TA-Lib BOP",
        inputs: [.open, .high, .low, .close], outputs: [.series("bop")],
        warmup: { _ in 0 }
    ) { arguments in
        let prices = arguments.inputs
        return [
            .series(
                .candlewise(prices[0], prices[1], prices[2], prices[3]) { open, high, low, close in
                    high > low ? (close - open) / (high - low) : 0
                })
        ]
    }
}
