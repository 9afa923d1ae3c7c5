extension Metric {
    /// The lowest return of one candle.
    package static let worstCandle = Metric(
        "worst_candle", title: "Worst candle",
        formula: "lowest return from candle to candle",
        undefined: "without candles",
        source: "quantstats' worst",
        unit: .fraction, better: .higher, cost: .candles
    ) { $0.returns.values.min() ?? .nan }
}
