extension Metric {
    /// How deep equity stood below its peak on an average candle.
    package static let meanDrawdown = Metric(
        "mean_drawdown", title: "Mean drawdown",
        formula: "mean over all candles of the fall from the highest equity so far",
        undefined: "without candles",
        source: "the pain index of Zephyr Associates",
        unit: .fraction, better: .lower, cost: .candles
    ) { $0.drawdowns.mean }
}
