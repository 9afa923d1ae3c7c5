import Simulation

extension Metric {
    /// How far returns spread in a year: their sample deviation times the root of candles per year.
    ///
    /// NaN for fewer than two candles. empyrical's `annual_volatility`.
    package static let volatility = Metric(
        "volatility", title: "Volatility",
        explanation: "sample deviation of returns x root of candles per year",
        unit: .fraction, better: .lower
    ) { $0.summary.volatility(candlesPerYear: $0.candlesPerYear) }
}

extension Backtest.EquitySummary {
    package func volatility(candlesPerYear: Double) -> Double {
        deviation * candlesPerYear.squareRoot()
    }
}
