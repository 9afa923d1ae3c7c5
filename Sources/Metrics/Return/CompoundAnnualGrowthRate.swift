import Foundation
import Simulation

extension Metric {
    /// Growth a year that, compounded, gives the total return: (1 + total return)^(1 / years) - 1.
    ///
    /// Years are candles / candles per year. -1 after a total loss; NaN without candles, and where a short stretch
    /// extrapolates beyond all numbers. empyrical's `annual_return`.
    package static let compoundAnnualGrowthRate = Metric(
        "cagr", title: "Annual growth",
        explanation: "(1 + total return)^(candles per year / candles) - 1; -1 after a total loss",
        unit: .fraction, better: .higher
    ) { $0.compoundAnnualGrowthRate }
}

extension Backtest {
    var compoundAnnualGrowthRate: Double {
        summary.compoundAnnualGrowthRate(
            startingCash: settings.startingCash, years: Double(candles.traded.count) / candlesPerYear)
    }
}

extension Backtest.EquitySummary {
    package func compoundAnnualGrowthRate(startingCash: Double, years: Double) -> Double {
        guard years > 0 else { return .nan }
        guard finalEquity > 0 else { return -1 }
        return (pow(finalEquity / startingCash, 1 / years) - 1).finiteOrUndefined
    }
}
