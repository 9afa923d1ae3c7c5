extension Metric {
    /// How many of the trades won.
    package static let winRate = Metric(
        "win_rate", title: "Win rate",
        formula: "share of trades whose profit is above 0 after fees",
        undefined: "without trades",
        source: "backtesting.py's Win Rate",
        unit: .fraction, better: .higher
    ) { $0.trades.winRate }
}
