extension Metric {
    /// The highest return of a calendar month.
    package static let bestMonth = Metric(
        "best_month", title: "Best month",
        formula: "highest growth of equity in a month (UTC); the first and the last may be cut",
        undefined: "without candles",
        source: "quantstats' monthly_returns",
        unit: .fraction, better: .higher, cost: .candles
    ) { $0.months.max() ?? .nan }
}
