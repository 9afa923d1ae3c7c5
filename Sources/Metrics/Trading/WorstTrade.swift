extension Metric {
    /// The worst trade, for what its entry cost.
    package static let worstTrade = Metric(
        "worst_trade", title: "Worst trade",
        formula: "lowest profit / cost of entry",
        undefined: "without trades",
        source: "backtesting.py's Worst Trade",
        unit: .fraction, better: .higher
    ) { $0.trades.worst.finiteOrUndefined }
}
