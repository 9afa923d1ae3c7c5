extension Metric {
    /// How many of the trades were long.
    package static let longTrades = Metric(
        "long_trades", title: "Long trades",
        formula: "trades that bought first",
        source: "backtrader's trade analyzer",
        unit: .count, better: .neither
    ) { Double($0.trades.long) }
}
