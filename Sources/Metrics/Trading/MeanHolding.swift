extension Metric {
    /// How long a trade lasted.
    package static let meanHolding = Metric(
        "mean_holding", title: "Mean holding",
        formula: "mean of the candles from entry to exit",
        undefined: "without trades",
        source: "backtesting.py's Avg. Trade Duration",
        unit: .candles, better: .neither
    ) { Double($0.trades.heldCandles).over(Double($0.trades.count)) }
}
