import Foundation
import Simulation

extension Metric {
    /// Growth a year that, compounded, gives the total return. -1 after a total loss.
    package static let compoundAnnualGrowthRate = Metric(
        "cagr", title: "Annual growth",
        formula: "(1 + total return)^(candles per year / candles) - 1; -1 after a total loss",
        undefined: "without candles, and where a short stretch extrapolates beyond all numbers",
        source: "empyrical's annual_return",
        unit: .fraction, better: .higher
    ) { $0.compoundAnnualGrowthRate }
}

extension Evidence {
    var compoundAnnualGrowthRate: Double {
        summary.compoundAnnualGrowthRate(startingCash: startingCash, years: years)
    }
}

extension Backtest.EquitySummary {
    package func compoundAnnualGrowthRate(startingCash: Double, years: Double) -> Double {
        guard years > 0 else { return .nan }
        guard finalEquity > 0 else { return -1 }
        return (pow(finalEquity / startingCash, 1 / years) - 1).finiteOrUndefined
    }
}
