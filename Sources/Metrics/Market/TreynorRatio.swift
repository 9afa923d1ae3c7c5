extension Metric {
    /// Annual growth for the part in the market.
    package static let treynorRatio = Metric(
        "treynor", title: "Treynor ratio",
        formula: "annual growth / beta",
        undefined: "where beta is 0 or undefined",
        source: "Treynor, How to Rate Management of Investment Funds, 1965; quantstats' treynor_ratio",
        unit: .ratio, better: .higher, cost: .candles
    ) { $0.compoundAnnualGrowthRate.over($0.regression.beta) }
}
