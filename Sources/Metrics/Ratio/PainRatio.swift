extension Metric {
    /// Annual growth for the mean drawdown.
    package static let painRatio = Metric(
        "pain_ratio", title: "Pain ratio",
        formula: "annual growth / mean drawdown",
        undefined: "where equity never fell",
        source: "Zephyr Associates, 2006",
        unit: .ratio, better: .higher, cost: .candles
    ) { $0.compoundAnnualGrowthRate.over($0.drawdowns.mean) }
}
