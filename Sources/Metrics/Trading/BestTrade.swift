extension Metric {
    /// The best trade, for what its entry cost.
    package static let bestTrade = Metric(
        "best_trade", title: "Best trade",
        formula: "highest profit / cost of entry",
        undefined: "without trades",
        source: "backtesting.py's Best Trade",
        unit: .fraction, better: .higher
    ) { $0.trades.best.finiteOrUndefined }
}
