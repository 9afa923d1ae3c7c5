extension Metric {
    /// How much of the spread comes from far returns; 3 for normal ones.
    package static let kurtosis = Metric(
        "kurtosis", title: "Kurtosis",
        formula: "m4 / m2^2, population moments of returns",
        undefined: "where returns do not spread",
        source: "scipy's kurtosis with fisher=False",
        unit: .ratio, better: .lower, cost: .candles
    ) { $0.returns.kurtosis }
}
