extension Metric {
    /// The most candles that equity stood below one peak. One that is not over counts to the end.
    package static let longestDrawdown = Metric(
        "longest_drawdown", title: "Longest drawdown",
        formula: "most candles in a row below the highest equity so far",
        source: "backtesting.py's Max. Drawdown Duration",
        unit: .candles, better: .lower, cost: .candles
    ) { Double($0.drawdowns.episodes.map(\.candles.count).max() ?? 0) }
}
