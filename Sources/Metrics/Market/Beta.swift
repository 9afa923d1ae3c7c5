extension Metric {
    /// What of a move of the market the strategy takes part in.
    package static let beta = Metric(
        "beta", title: "Beta",
        formula: """
            covariance of returns with the market's / variance of the market's; the market is bought at the first \
            traded open
            """,
        undefined: "where the market does not move",
        source: "Sharpe, Capital Asset Prices, 1964; empyrical's beta",
        unit: .ratio, better: .neither, cost: .candles
    ) { $0.regression.beta }
}
