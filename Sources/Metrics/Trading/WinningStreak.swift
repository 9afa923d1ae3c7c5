extension Metric {
    /// The most trades won one after another.
    package static let winningStreak = Metric(
        "winning_streak", title: "Winning streak",
        formula: "most trades won in a row",
        source: "backtrader's trade analyzer",
        unit: .count, better: .higher
    ) { Double($0.trades.winningStreak) }
}
