extension Metric {
    /// How many of the trades were short.
    package static let shortTrades = Metric(
        "short_trades", title: "Short trades",
        formula: "trades that sold first",
        source: "backtrader's trade analyzer",
        unit: .count, better: .neither
    ) { Double($0.trades.count - $0.trades.long) }
}
