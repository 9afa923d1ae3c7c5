extension Metric {
    /// Money won for money lost, after fees.
    package static let profitFactor = Metric(
        "profit_factor", title: "Profit factor",
        formula: "money won in winning trades / money lost in losing ones",
        undefined: "where no trade lost",
        source: "vectorbt's profit_factor; backtesting.py takes percentages",
        unit: .ratio, better: .higher
    ) { $0.trades.grossProfit.over($0.trades.grossLoss) }
}
