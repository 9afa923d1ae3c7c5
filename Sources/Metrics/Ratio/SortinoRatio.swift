import Simulation

extension Metric {
    /// Mean return for the risk of losing: mean / downside deviation, times the root of candles per year.
    ///
    /// The downside deviation is the root of the mean square of negative returns over all candles, the target 0. NaN
    /// where no return is negative. Rollinger and Hoffman, Sortino: a sharper ratio; empyrical's `sortino_ratio`.
    package static let sortinoRatio = Metric(
        "sortino", title: "Sortino ratio",
        explanation:
            "mean / downside deviation of returns x root of candles per year; undefined without a negative return",
        unit: .ratio, better: .higher
    ) { $0.summary.sortinoRatio(candlesPerYear: $0.candlesPerYear) }
}

extension Backtest.EquitySummary {
    package func sortinoRatio(candlesPerYear: Double) -> Double {
        meanReturn.over(downsideDeviation) * candlesPerYear.squareRoot()
    }
}
