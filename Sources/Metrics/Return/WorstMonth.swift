extension Metric {
    /// The lowest return of a calendar month.
    package static let worstMonth = Metric(
        "worst_month", title: "Worst month",
        formula: "lowest growth of equity in a month (UTC); the first and the last may be cut",
        undefined: "without candles",
        source: "quantstats' monthly_returns",
        unit: .fraction, better: .higher, cost: .candles
    ) { $0.months.min() ?? .nan }
}
