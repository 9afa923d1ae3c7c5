extension Metric {
    /// How often equity fell below its peak.
    package static let drawdownCount = Metric(
        "drawdowns", title: "Drawdowns",
        formula: "stretches of candles below the highest equity so far",
        source: "backtesting.py's drawdown peaks",
        unit: .count, better: .lower, cost: .candles
    ) { Double($0.drawdowns.episodes.count) }
}
