import Simulation

extension Metric {
    /// Annual growth for the worst fall: cagr / maximum drawdown, over the whole backtest.
    ///
    /// NaN where equity never fell. Young, 1991, took 36 months; empyrical's `calmar_ratio` is this one.
    package static let calmarRatio = Metric(
        "calmar", title: "Calmar ratio",
        explanation: "annual growth / maximum drawdown; undefined where equity never fell",
        unit: .ratio, better: .higher
    ) { $0.compoundAnnualGrowthRate.over($0.summary.maximumDrawdown) }
}
