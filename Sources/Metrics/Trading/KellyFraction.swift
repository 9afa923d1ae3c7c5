extension Metric {
    /// The share of equity that makes it grow fastest, if trades to come are like these. Negative: do not bet.
    package static let kellyFraction = Metric(
        "kelly", title: "Kelly fraction",
        formula: "win rate - (1 - win rate) / payoff",
        undefined: "where no trade won or none lost",
        source: "Kelly, A New Interpretation of Information Rate, 1956; backtesting.py's Kelly Criterion",
        unit: .fraction, better: .higher
    ) { $0.trades.winRate - (1 - $0.trades.winRate).over($0.trades.payoff) }
}
