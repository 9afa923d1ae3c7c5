extension Metric {
    /// Annual growth for the depth and length of drawdowns: the ulcer performance index.
    package static let martinRatio = Metric(
        "martin", title: "Martin ratio",
        formula: "annual growth / ulcer index",
        undefined: "where equity never fell",
        source: "Martin and McCann, The Investor's Guide to Fidelity Funds, 1989",
        unit: .ratio, better: .higher, cost: .candles
    ) { $0.compoundAnnualGrowthRate.over($0.drawdowns.rootMeanSquare) }
}
