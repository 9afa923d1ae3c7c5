extension Metric {
    /// What a trade brings on average, for what its entry cost.
    package static let meanTrade = Metric(
        "mean_trade", title: "Mean trade",
        formula: "mean of profit / cost of entry, over trades",
        undefined: "without trades",
        source: "vectorbt's Avg trade return; backtesting.py takes the geometric mean",
        unit: .fraction, better: .higher
    ) { $0.trades.fractions.over(Double($0.trades.count)) }
}
