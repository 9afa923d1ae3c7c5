import Simulation

extension Metric {
    /// Mean return for the risk of losing. The target is 0.
    package static let sortinoRatio = Metric(
        "sortino", title: "Sortino ratio",
        formula: """
            mean / downside deviation of returns x root of candles per year; the downside deviation is taken over \
            all candles
            """,
        undefined: "where no return is negative",
        source: "Rollinger and Hoffman, Sortino: a sharper ratio; empyrical's sortino_ratio",
        unit: .ratio, better: .higher
    ) { $0.summary.sortinoRatio(candlesPerYear: $0.candlesPerYear) }
}

extension Backtest.EquitySummary {
    package func sortinoRatio(candlesPerYear: Double) -> Double {
        meanReturn.over(downsideDeviation) * candlesPerYear.squareRoot()
    }
}
