extension Metric {
    /// What the strategy earns beyond its market for the risk of differing from it.
    package static let informationRatio = Metric(
        "information_ratio", title: "Information ratio",
        formula: "mean / sample deviation of (return - return of the market) x root of candles per year",
        undefined: "where both move alike",
        source: "Grinold and Kahn, Active Portfolio Management, 1999",
        unit: .ratio, better: .higher, cost: .candles
    ) {
        let active = ReturnSeries(zip($0.returns.values, $0.market.values).map { $0 - $1 })
        return active.mean.over(active.deviation) * $0.candlesPerYear.squareRoot()
    }
}
