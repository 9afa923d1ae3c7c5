import Simulation

extension Metric {
    /// Mean return for the risk taken. The risk-free rate is 0.
    package static let sharpeRatio = Metric(
        "sharpe", title: "Sharpe ratio",
        formula: "mean / sample deviation of returns x root of candles per year",
        undefined: "where returns do not spread, as without a trade, and for fewer than two candles",
        source: """
            Sharpe, Mutual Fund Performance, 1966; Lo, The Statistics of Sharpe Ratios, 2002; empyrical's \
            sharpe_ratio
            """,
        unit: .ratio, better: .higher
    ) { $0.summary.sharpeRatio(candlesPerYear: $0.candlesPerYear) }
}

extension Backtest.EquitySummary {
    package func sharpeRatio(candlesPerYear: Double) -> Double {
        meanReturn.over(deviation) * candlesPerYear.squareRoot()
    }
}
