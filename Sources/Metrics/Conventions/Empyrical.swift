import Foundation

extension Convention {
    /// empyrical-reloaded 0.7: returns a day, 252 a year.
    package static let empyrical = Convention(
        name: "empyrical", summary: "empyrical-reloaded: returns a day, 252 days, 52 weeks or 12 months a year",
        metrics: [
            .totalReturn, daily(.compoundAnnualGrowthRate) { $0.growth($1) },
            daily(.volatility) { $0.deviation * $1.squareRoot() },
            daily(.sharpeRatio) { $0.mean.over($0.deviation) * $1.squareRoot() },
            daily(.sortinoRatio) { $0.mean.over($0.downsideDeviation()) * $1.squareRoot() },
            daily(.calmarRatio) { $0.growth($1).over($0.maximumDrawdown) },
            daily(.maximumDrawdown) { returns, _ in returns.maximumDrawdown },
            daily(.downsideDeviation) { $0.downsideDeviation() * $1.squareRoot() },
            daily(.omegaRatio) { returns, _ in returns.sums().above.over(returns.sums().below) },
            daily(.tailRatio) { returns, _ in returns.quantile(0.95).magnitude.over(returns.quantile(0.05).magnitude) },
            daily(.stability) { returns, _ in returns.stability },
            daily(.valueAtRisk) { returns, _ in returns.quantile(0.05) },
            daily(.conditionalValueAtRisk) { returns, _ in
                let tail = returns.worst(Int(Double(returns.count - 1) * 0.05) + 1)
                return tail.reduce(0, +) / Double(tail.count)
            },
        ])

    /// A metric of returns a day and periods a year.
    static func daily(_ metric: Metric, _ value: @escaping @Sendable (ReturnSeries, Double) -> Double) -> Metric {
        metric.as(metric.formula + ", of returns a day") { value($0.dailyReturns, $0.periodsPerYear) }
    }
}

extension ReturnSeries {
    /// Equity that began with 1.
    var equity: [Double] {
        var equity = 1.0
        return values.map {
            equity *= 1 + $0
            return equity
        }
    }

    var maximumDrawdown: Double { DrawdownSeries(equity: equity, start: 1).depths.max() ?? 0 }

    /// Growth a year.
    func growth(_ periodsPerYear: Double) -> Double {
        guard let last = equity.last else { return .nan }
        return last > 0 ? (pow(last, periodsPerYear / Double(count)) - 1).finiteOrUndefined : -1
    }
}
