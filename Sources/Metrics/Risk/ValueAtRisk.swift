extension Metric {
    /// A return that 95 of 100 candles are better than.
    package static let valueAtRisk = Metric(
        "var_95", title: "Value at risk",
        formula: "5 % quantile of returns, with linear interpolation",
        undefined: "without candles",
        source: "Hyndman and Fan, Sample Quantiles, 1996, definition 7; empyrical's value_at_risk",
        unit: .fraction, better: .higher, cost: .candles
    ) { $0.returns.quantile(0.05) }
}
