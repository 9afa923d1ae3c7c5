extension Metric {
    /// What of the market's moves the strategy took part in when the market fell.
    package static let downCapture = Metric(
        "down_capture", title: "Down capture",
        formula: "mean return over the candles in which the market fell / mean return of the market there",
        undefined: "where the market never fell",
        source: "Morningstar's capture ratio, of arithmetic means",
        unit: .ratio, better: .lower, cost: .candles
    ) { $0.capture { $0 < 0 } }
}
