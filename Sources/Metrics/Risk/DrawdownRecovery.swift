extension Metric {
    /// How long it took to get over the deepest fall.
    package static let drawdownRecovery = Metric(
        "drawdown_recovery", title: "Recovery",
        formula: "candles from the lowest close of the maximum drawdown to the first at or above its peak",
        undefined: "where equity has not come back yet",
        source: "quantstats' drawdown_details",
        unit: .candles, better: .lower, cost: .candles
    ) { $0.drawdowns.deepest?.recovery ?? 0 }
}
