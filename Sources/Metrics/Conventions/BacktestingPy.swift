import Candles
import Foundation

extension Convention {
    /// backtesting.py 0.6: equity at the end of each day from the first on, compounded; percentages of trades.
    package static let backtestingPy = Convention(
        name: "backtesting.py",
        summary: "backtesting.py: equity a day, compounded; years of 365.25 days in growth; trades in percent",
        metrics: [
            .totalReturn,
            Metric.compoundAnnualGrowthRate.as("(final / first equity)^(365.25 / days from first to last candle) - 1") {
                guard let first = $0.equity.first, $0.times.count > 1 else { return .nan }
                let days = Double($0.times[$0.times.count - 1] - $0.times[0]) / Double(TimeText.millisecondsPerDay)
                return (pow($0.summary.finalEquity / first, 365.25 / days) - 1).finiteOrUndefined
            },
            compounded(.volatility) { $0.deviation },
            compounded(.sharpeRatio) { $0.growth.over($0.deviation) },
            compounded(.sortinoRatio) {
                $0.growth.over($0.returns.downsideDeviation() * $0.daysPerYear.squareRoot())
            },
            Metric.calmarRatio.as("compounded annual return / maximum drawdown") {
                Compounded($0).growth.over($0.summary.maximumDrawdown)
            },
            .maximumDrawdown, .tradeCount, .winRate,
            Metric.profitFactor.as("sum of the returns of winning trades / of losing ones") {
                $0.trades.fractionsWon.over($0.trades.fractionsLost)
            },
            .exposure, .meanDrawdownDepth, .bestTrade, .worstTrade,
            Metric.meanTrade.as("geometric mean of profit / cost of entry") {
                pow($0.trades.compounded, 1.0.over(Double($0.trades.count))) - 1
            },
            .systemQualityNumber, .kellyFraction,
        ])

    private static func compounded(_ metric: Metric, _ value: @escaping @Sendable (Compounded) -> Double) -> Metric {
        metric.as(metric.formula + ", of returns a day, compounded") { value(Compounded($0)) }
    }
}

/// Equity from the end of the first day on, as growth that compounds: the mean is geometric, and the deviation that of
/// a product of returns (Tobin's formula, as backtesting.py cites it).
private struct Compounded {
    let returns: ReturnSeries
    let daysPerYear: Double
    /// Annual.
    let growth: Double

    init(_ evidence: Evidence) {
        let equity = evidence.dailyEquity
        returns = ReturnSeries(equity: Array(equity.dropFirst()), start: equity.first ?? 0)
        daysPerYear = Self.periods(evidence)
        growth = returns.values.contains { $0 <= -1 } ? 0 : returns.growth(daysPerYear)
    }

    var deviation: Double {
        let mean = pow(1 + growth, 2 / daysPerYear)
        let variance = returns.deviation * returns.deviation
        return (pow(variance + mean, daysPerYear) - pow(mean, daysPerYear)).squareRoot().finiteOrUndefined
    }

    /// 365 where weekends have more than six tenths of their share of candles, else 252; of longer candles 52 or 12.
    private static func periods(_ evidence: Evidence) -> Double {
        if let unit = evidence.timeframe?.unit, unit == .week || unit == .month { return unit == .week ? 52 : 12 }
        let weekends = evidence.times.count { time in
            // 1970-01-01 was a Thursday; 0 is Monday here.
            let day = TimeText.floorDivide(time, TimeText.millisecondsPerDay) + 3
            return day - TimeText.floorDivide(day, 7) * 7 >= 5
        }
        return Double(weekends) > 2.0 / 7 * 0.6 * Double(evidence.times.count) ? 365 : 252
    }
}
