extension Metric {
    /// The most that one trade won, in money.
    package static let largestWin = Metric(
        "largest_win", title: "Largest win",
        formula: "highest profit of a trade; 0 where none won",
        source: "TradeStation's largest winning trade",
        unit: .money, better: .higher
    ) { $0.trades.largestWin }
}
