extension Metric {
    /// How long the longest trade lasted.
    package static let longestHolding = Metric(
        "longest_holding", title: "Longest holding",
        formula: "most candles from entry to exit; 0 without trades",
        source: "backtesting.py's Max. Trade Duration",
        unit: .candles, better: .neither
    ) { Double($0.trades.longestHeld) }
}
