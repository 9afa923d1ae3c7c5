extension Metric {
    /// Whether the far returns are losses (negative) or gains.
    package static let skewness = Metric(
        "skewness", title: "Skewness",
        formula: "m3 / m2^1.5, population moments of returns",
        undefined: "where returns do not spread",
        source: "scipy's skew",
        unit: .ratio, better: .higher, cost: .candles
    ) { $0.returns.skewness }
}
