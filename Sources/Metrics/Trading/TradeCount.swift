extension Metric {
    /// How many positions were entered and left.
    package static let tradeCount = Metric(
        "trades", title: "Trades",
        formula: "positions entered and left; one that is open at the end is no trade",
        source: "vectorbt's closed trades",
        unit: .count, better: .neither
    ) { Double($0.trades.count) }
}
