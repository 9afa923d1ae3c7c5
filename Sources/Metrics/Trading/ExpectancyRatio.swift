extension Metric {
    /// What a trade brings for each unit that a losing one costs.
    package static let expectancyRatio = Metric(
        "expectancy_ratio", title: "Expectancy ratio",
        formula: "(1 + payoff) x win rate - 1",
        undefined: "where no trade won or none lost",
        source: "freqtrade's expectancy ratio",
        unit: .ratio, better: .higher
    ) { (1 + $0.trades.payoff) * $0.trades.winRate - 1 }
}
