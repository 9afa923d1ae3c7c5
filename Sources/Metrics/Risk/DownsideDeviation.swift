extension Metric {
    /// How far returns below 0 spread in a year.
    package static let downsideDeviation = Metric(
        "downside_deviation", title: "Downside deviation",
        formula: "root of the mean square of negative returns over all candles x root of candles per year",
        undefined: "without candles",
        source: "Rollinger and Hoffman, Sortino: a sharper ratio; empyrical's downside_risk",
        unit: .fraction, better: .lower
    ) { $0.summary.downsideDeviation * $0.candlesPerYear.squareRoot() }
}
