extension Metric {
    /// How much of the time was spent in the market.
    package static let exposure = Metric(
        "exposure", title: "Exposure",
        formula: "share of candles with a position, the candles of entry and exit included, none counted twice",
        undefined: "without candles",
        source: "backtesting.py's Exposure Time",
        unit: .fraction, better: .neither
    ) { Double($0.summary.exposedCandles).over(Double($0.candleCount)) }
}
