extension Metric {
    /// How deep and how long equity stood below its peak.
    package static let ulcerIndex = Metric(
        "ulcer_index", title: "Ulcer index",
        formula: "root of the mean square of the fall from the highest equity so far, over all candles, as a fraction",
        undefined: "without candles",
        source: "Martin and McCann, The Investor's Guide to Fidelity Funds, 1989; quantstats divides by n - 1",
        unit: .fraction, better: .lower, cost: .candles
    ) { $0.drawdowns.rootMeanSquare }
}
