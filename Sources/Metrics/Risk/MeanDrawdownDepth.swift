extension Metric {
    /// How deep a drawdown went on average.
    package static let meanDrawdownDepth = Metric(
        "mean_drawdown_depth", title: "Mean drawdown depth",
        formula: "mean over all drawdowns of their deepest fall",
        undefined: "where equity never fell",
        source: "backtesting.py's Avg. Drawdown",
        unit: .fraction, better: .lower, cost: .candles
    ) { evidence in
        let episodes = evidence.drawdowns.episodes
        return episodes.reduce(0) { $0 + $1.depth }.over(Double(episodes.count))
    }
}
