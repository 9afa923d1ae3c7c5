extension Metric {
    /// The most that one trade lost, in money, as a positive number.
    package static let largestLoss = Metric(
        "largest_loss", title: "Largest loss",
        formula: "largest loss of a trade, as a positive number; 0 where none lost",
        source: "TradeStation's largest losing trade",
        unit: .money, better: .lower
    ) { $0.trades.largestLoss }
}
