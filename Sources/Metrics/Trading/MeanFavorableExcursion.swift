extension Metric {
    /// How far price went in favor of a trade before it was left.
    package static let meanFavorableExcursion = Metric(
        "mean_mfe", title: "Mean favorable excursion",
        formula: """
            mean over trades of the furthest price for the position, as a fraction of the entry; of the candle of \
            the exit the fill alone counts
            """,
        undefined: "without trades",
        source: "Sweeney, Campaign Trading, 1996",
        unit: .fraction, better: .higher, cost: .candles
    ) { $0.excursions.reduce(0) { $0 + $1.favorable }.over(Double($0.excursions.count)) }
}
