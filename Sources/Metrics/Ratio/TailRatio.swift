extension Metric {
    /// How far the best returns reach beside the worst.
    package static let tailRatio = Metric(
        "tail_ratio", title: "Tail ratio",
        formula: "95 % quantile / 5 % quantile of returns, both as positive numbers",
        undefined: "where the 5 % quantile is 0, as of a strategy that is seldom in the market",
        source: "empyrical's tail_ratio",
        unit: .ratio, better: .higher, cost: .candles
    ) { $0.returns.quantile(0.95).magnitude.over($0.returns.quantile(0.05).magnitude) }
}
