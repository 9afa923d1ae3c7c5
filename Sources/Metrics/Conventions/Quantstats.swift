import Foundation

extension Convention {
    /// quantstats 0.0.86: returns a day, 252 a year; days take the place of trades.
    package static let quantstats = Convention(
        name: "quantstats", summary: "quantstats: returns a day, 252 a year; days won and lost in place of trades",
        metrics: [
            .totalReturn, yearly(.compoundAnnualGrowthRate) { $0.growth(252) },
            yearly(.volatility) { $0.deviation * yearOfDays },
            yearly(.sharpeRatio) { $0.mean.over($0.deviation) * yearOfDays },
            yearly(.sortinoRatio) { $0.mean.over($0.downsideDeviation()) * yearOfDays },
            yearly(.calmarRatio) { $0.growth(252).over($0.maximumDrawdown) },
            yearly(.maximumDrawdown) { $0.maximumDrawdown },
            yearly(.omegaRatio) { $0.sums().above.over($0.sums().below) },
            yearly(.tailRatio) { $0.quantile(0.95).magnitude.over($0.quantile(0.05).magnitude) },
            yearly(.ulcerIndex) { returns in
                let drawdowns = DrawdownSeries(equity: returns.equity, start: 1)
                return drawdowns.rootMeanSquare * (Double(returns.count) / Double(returns.count - 1)).squareRoot()
            },
            yearly(.recoveryFactor) { abs($0.sums().above - $0.sums().below).over($0.maximumDrawdown) },
            yearly(.valueAtRisk) { $0.normalQuantile },
            yearly(.conditionalValueAtRisk) { $0.mean - NormalDistribution.tailMean95 * $0.deviation },
            yearly(.skewness) { $0.adjustedSkewness }, yearly(.kurtosis) { $0.adjustedExcessKurtosis },
            yearly(.probabilisticSharpeRatio) { returns in
                let ratio = returns.mean.over(returns.deviation)
                let shape =
                    1 - returns.adjustedSkewness * ratio + (returns.adjustedExcessKurtosis + 2) / 4 * ratio * ratio
                return NormalDistribution.probability(ratio * (Double(returns.count - 1) / shape).squareRoot())
            },
            yearly(.winRate) { $0.winRate }, yearly(.profitFactor) { $0.sums().above.over($0.sums().below) },
            yearly(.payoff) { $0.payoff },
            yearly(.kellyFraction) { $0.winRate - (1 - $0.winRate).over($0.payoff) },
            yearly(.exposure) { returns in
                let active = Double(returns.values.count { $0 != 0 }).over(Double(returns.count))
                return (active * 100).rounded(.up) / 100
            },
        ])

    private static let yearOfDays = 252.0.squareRoot()

    private static func yearly(_ metric: Metric, _ value: @escaping @Sendable (ReturnSeries) -> Double) -> Metric {
        metric.as(metric.formula + ", of returns a day") { value($0.dailyReturns) }
    }
}

extension ReturnSeries {
    fileprivate var normalQuantile: Double { mean - NormalDistribution.quantile95 * deviation }

    fileprivate var winRate: Double { Double(values.count { $0 > 0 }).over(Double(values.count { $0 != 0 })) }

    fileprivate var payoff: Double {
        let (won, lost) = (values.count { $0 > 0 }, values.count { $0 < 0 })
        return sums().above.over(Double(won)).over(sums().below.over(Double(lost)))
    }

    /// As pandas and spreadsheets have it.
    fileprivate var adjustedSkewness: Double {
        let n = Double(count)
        return count < 3 ? .nan : skewness * (n * (n - 1)).squareRoot() / (n - 2)
    }

    fileprivate var adjustedExcessKurtosis: Double {
        let n = Double(count)
        return count < 4 ? .nan : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (kurtosis - 3) + 6)
    }
}
