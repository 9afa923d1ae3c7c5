extension Metric {
    /// What of the market's moves the strategy took part in when the market rose.
    package static let upCapture = Metric(
        "up_capture", title: "Up capture",
        formula: "mean return over the candles in which the market rose / mean return of the market there",
        undefined: "where the market never rose",
        source: "Morningstar's capture ratio, of arithmetic means",
        unit: .ratio, better: .higher, cost: .candles
    ) { $0.capture { $0 > 0 } }
}

extension Evidence {
    /// Sum of returns over the candles whose market return is `wanted`, for that of the market there.
    func capture(_ wanted: (Double) -> Bool) -> Double {
        var (own, whole) = (0.0, 0.0)
        for (value, other) in zip(returns.values, market.values) where wanted(other) {
            own += value
            whole += other
        }
        return own.over(whole)
    }
}
