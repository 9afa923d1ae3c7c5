extension Metric {
    /// The highest return of any 30 days, wherever they begin.
    package static let bestThirtyDays = Metric(
        "best_30_days", title: "Best 30 days",
        formula: "highest growth of equity from a close to one at least 30 days later",
        undefined: "where candles last less than 30 days",
        source: "rolling returns, as in quantstats' rolling statistics",
        unit: .fraction, better: .higher, cost: .candles
    ) { $0.thirtyDays.max() ?? .nan }
}
