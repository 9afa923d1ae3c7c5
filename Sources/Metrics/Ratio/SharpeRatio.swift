import Simulation

extension Metric {
    /// Mean return for the risk taken: mean / sample deviation of returns, times the root of candles per year.
    ///
    /// The risk-free rate is 0. NaN where returns do not spread, as without a trade, and for fewer than two candles.
    /// Lo, The Statistics of Sharpe Ratios, 2002; empyrical's `sharpe_ratio`.
    package static let sharpeRatio = Metric(
        "sharpe", title: "Sharpe ratio",
        explanation:
            "mean / sample deviation of returns x root of candles per year; undefined where returns do not spread",
        unit: .ratio, better: .higher
    ) { $0.summary.sharpeRatio(candlesPerYear: $0.candlesPerYear) }
}

extension Backtest.EquitySummary {
    package func sharpeRatio(candlesPerYear: Double) -> Double {
        meanReturn.over(deviation) * candlesPerYear.squareRoot()
    }
}
