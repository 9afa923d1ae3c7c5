extension Metric {
    /// How alike returns and those of the market are.
    package static let marketCorrelation = Metric(
        "market_correlation", title: "Correlation with the market",
        formula: "correlation of returns with the market's",
        undefined: "where one of both does not move",
        source: "Pearson's",
        unit: .ratio, better: .neither, cost: .candles
    ) { $0.regression.correlation }
}
