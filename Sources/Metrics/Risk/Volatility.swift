import Simulation

extension Metric {
    /// How far returns spread in a year.
    package static let volatility = Metric(
        "volatility", title: "Volatility",
        formula: "sample deviation of returns x root of candles per year",
        undefined: "for fewer than two candles",
        source: "empyrical's annual_volatility",
        unit: .fraction, better: .lower
    ) { $0.summary.volatility(candlesPerYear: $0.candlesPerYear) }
}

extension Backtest.EquitySummary {
    package func volatility(candlesPerYear: Double) -> Double {
        deviation * candlesPerYear.squareRoot()
    }
}
