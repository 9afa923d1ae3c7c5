extension Metric {
    /// All gains for all losses, of candles; the threshold is 0.
    package static let omegaRatio = Metric(
        "omega", title: "Omega ratio",
        formula: "sum of positive returns / sum of negative ones, as a positive number",
        undefined: "where no return is negative",
        source: "Keating and Shadwick, A Universal Performance Measure, 2002; empyrical's omega_ratio",
        unit: .ratio, better: .higher, cost: .candles
    ) {
        let sums = $0.returns.sums()
        return sums.above.over(sums.below)
    }
}
