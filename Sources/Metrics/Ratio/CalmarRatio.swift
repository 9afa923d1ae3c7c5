extension Metric {
    /// Annual growth for the worst fall, over the whole backtest.
    package static let calmarRatio = Metric(
        "calmar", title: "Calmar ratio",
        formula: "annual growth / maximum drawdown",
        undefined: "where equity never fell",
        source: "Young, Calmar Ratio: A Smoother Tool, Futures, 1991, who took 36 months; empyrical's calmar_ratio",
        unit: .ratio, better: .higher
    ) { $0.compoundAnnualGrowthRate.over($0.summary.maximumDrawdown) }
}
