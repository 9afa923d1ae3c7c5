extension Metric {
    /// How many of the months were won.
    package static let positiveMonths = Metric(
        "positive_months", title: "Positive months",
        formula: "share of months (UTC) in which equity grew",
        undefined: "without candles",
        source: "quantstats' win_month",
        unit: .fraction, better: .higher, cost: .candles
    ) { Double($0.months.count { $0 > 0 }).over(Double($0.months.count)) }
}
