extension Metric {
    /// The 5 % quantile, if returns were normal.
    package static let normalValueAtRisk = Metric(
        "var_95_normal", title: "Normal value at risk",
        formula: "mean - 1.644854 x sample deviation of returns",
        undefined: "for fewer than two candles",
        source: "J.P. Morgan, RiskMetrics, 1996; quantstats' value_at_risk",
        unit: .fraction, better: .higher
    ) { $0.summary.meanReturn - NormalDistribution.quantile95 * $0.summary.deviation }
}
