extension Metric {
    /// The highest return of one candle.
    package static let bestCandle = Metric(
        "best_candle", title: "Best candle",
        formula: "highest return from candle to candle",
        undefined: "without candles",
        source: "quantstats' best",
        unit: .fraction, better: .higher, cost: .candles
    ) { $0.returns.values.max() ?? .nan }
}
