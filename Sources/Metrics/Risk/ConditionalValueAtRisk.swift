extension Metric {
    /// What the worst 5 of 100 candles bring on average.
    package static let conditionalValueAtRisk = Metric(
        "cvar_95", title: "Conditional value at risk",
        formula: "mean of the returns at or below the 5 % quantile",
        undefined: "without candles",
        source: "Rockafellar and Uryasev, Optimization of Conditional Value-at-Risk, 2000",
        unit: .fraction, better: .higher, cost: .candles
    ) { $0.returns.tailMean(0.05) }
}
