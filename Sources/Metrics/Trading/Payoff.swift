extension Metric {
    /// What a winning trade brings for what a losing one costs.
    package static let payoff = Metric(
        "payoff", title: "Payoff ratio",
        formula: "mean win / mean loss",
        undefined: "where no trade won or none lost",
        source: "quantstats' payoff_ratio, of trades",
        unit: .ratio, better: .higher
    ) { $0.trades.payoff }
}
