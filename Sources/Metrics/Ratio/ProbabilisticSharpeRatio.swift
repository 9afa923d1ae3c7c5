extension Metric {
    /// How probable it is that the true Sharpe ratio is above 0, by the length and the shape of what was seen.
    package static let probabilisticSharpeRatio = Metric(
        "probabilistic_sharpe", title: "Probabilistic Sharpe ratio",
        formula: """
            N(SR x root of (n - 1) / root of (1 - skewness x SR + (kurtosis - 1) / 4 x SR^2)), SR a candle, kurtosis \
            3 for normal returns
            """,
        undefined: "where returns do not spread",
        source: "Bailey and Lopez de Prado, The Sharpe Ratio Efficient Frontier, 2012",
        unit: .fraction, better: .higher, cost: .candles
    ) { $0.returns.probabilisticSharpe(above: 0) }
}

extension ReturnSeries {
    /// How probable it is that the Sharpe ratio, a candle, is above `benchmark`.
    package func probabilisticSharpe(above benchmark: Double) -> Double {
        let ratio = mean.over(deviation)
        return NormalDistribution.probability(
            (ratio - benchmark) * Double(count - 1).squareRoot() / sharpeVariance(ratio).squareRoot())
    }

    /// Variance of an estimate of the Sharpe ratio, times n - 1: 1 + SR^2 / 2 for normal returns.
    func sharpeVariance(_ ratio: Double) -> Double {
        1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio
    }
}
