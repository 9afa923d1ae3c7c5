extension Convention {
    /// vectorbt 1.2: returns a candle, a year of 365 days; drawdowns begin at the first close.
    package static let vectorbt = Convention(
        name: "vectorbt", summary: "vectorbt: returns a candle, a year of 365 days, drawdowns from the first close on",
        metrics: [
            .totalReturn, calendar(.compoundAnnualGrowthRate) { $0.returns.growth($1) },
            calendar(.volatility) { $0.returns.deviation * $1.squareRoot() },
            calendar(.sharpeRatio) { $0.returns.mean.over($0.returns.deviation) * $1.squareRoot() },
            calendar(.sortinoRatio) { $0.returns.mean.over($0.returns.downsideDeviation()) * $1.squareRoot() },
            calendar(.calmarRatio) { $0.returns.growth($1).over($0.drawdownFromFirstClose) },
            Metric.maximumDrawdown.as("largest fall from an earlier close") { $0.drawdownFromFirstClose },
            .tradeCount, .winRate, .profitFactor, .exposure, .omegaRatio, .tailRatio, .valueAtRisk,
            Metric.conditionalValueAtRisk.as("mean of the lowest (n - 1) x 0.05 + 1 returns") {
                let tail = $0.returns.worst(Int(Double($0.returns.count - 1) * 0.05) + 1)
                return tail.reduce(0, +) / Double(tail.count)
            },
            .expectancy, .systemQualityNumber, .bestTrade, .worstTrade, .fees,
        ])

    private static func calendar(
        _ metric: Metric, _ value: @escaping @Sendable (Evidence, Double) -> Double
    ) -> Metric {
        metric.as(metric.formula + ", in a year of 365 days") {
            value($0, $0.timeframe?.candlesPerYear ?? $0.candlesPerYear)
        }
    }
}

extension Evidence {
    fileprivate var drawdownFromFirstClose: Double {
        guard let first = equity.first else { return 0 }
        return DrawdownSeries(equity: equity, start: first).depths.max() ?? 0
    }
}
