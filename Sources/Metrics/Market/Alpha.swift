extension Metric {
    /// What the strategy earns a year beside its part in the market.
    package static let alpha = Metric(
        "alpha", title: "Alpha",
        formula: "(mean return - beta x mean return of the market) x candles per year",
        undefined: "where the market does not move",
        source: "Jensen, The Performance of Mutual Funds, 1968; empyrical compounds it",
        unit: .fraction, better: .higher, cost: .candles
    ) { ($0.returns.mean - $0.regression.beta * $0.market.mean) * $0.candlesPerYear }
}
