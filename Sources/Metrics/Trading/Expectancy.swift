extension Metric {
    /// What a trade brings on average, in money.
    package static let expectancy = Metric(
        "expectancy", title: "Expectancy",
        formula: "mean profit of a trade, after fees",
        undefined: "without trades",
        source: "Tharp, Trade Your Way to Financial Freedom, 1998; vectorbt's expectancy",
        unit: .money, better: .higher
    ) { $0.trades.meanProfit }
}
