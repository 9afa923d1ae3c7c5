extension Metric {
    /// How often equity rose when it moved.
    package static let positiveCandles = Metric(
        "positive_candles", title: "Positive candles",
        formula: "share of returns above 0 among those that are not 0",
        undefined: "where equity never moved",
        source: "quantstats' win_rate",
        unit: .fraction, better: .higher, cost: .candles
    ) { evidence in
        let values = evidence.returns.values
        return Double(values.count { $0 > 0 }).over(Double(values.count { $0 != 0 }))
    }
}
