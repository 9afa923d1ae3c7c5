extension Metric {
    /// The most trades lost one after another.
    package static let losingStreak = Metric(
        "losing_streak", title: "Losing streak",
        formula: "most trades lost in a row",
        source: "backtrader's trade analyzer",
        unit: .count, better: .lower
    ) { Double($0.trades.losingStreak) }
}
