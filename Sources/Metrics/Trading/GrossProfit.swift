extension Metric {
    /// Money won in winning trades.
    package static let grossProfit = Metric(
        "gross_profit", title: "Gross profit",
        formula: "sum of the profits above 0, after fees",
        source: "TradeStation's gross profit",
        unit: .money, better: .higher
    ) { $0.trades.grossProfit }
}
