extension Metric {
    /// How far price went against a trade before it was left.
    package static let meanAdverseExcursion = Metric(
        "mean_mae", title: "Mean adverse excursion",
        formula: """
            mean over trades of the furthest price against the position, as a fraction of the entry; of the candle \
            of the exit the fill alone counts
            """,
        undefined: "without trades",
        source: "Sweeney, Campaign Trading, 1996",
        unit: .fraction, better: .lower, cost: .candles
    ) { $0.excursions.reduce(0) { $0 + $1.adverse }.over(Double($0.excursions.count)) }
}
