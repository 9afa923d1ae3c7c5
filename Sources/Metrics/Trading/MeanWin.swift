extension Metric {
    /// What a winning trade brings, in money.
    package static let meanWin = Metric(
        "mean_win", title: "Mean win",
        formula: "mean profit of the trades above 0",
        undefined: "where no trade won",
        source: "vectorbt's Avg winning trade, in money",
        unit: .money, better: .higher
    ) { $0.trades.meanWin }
}
