extension Metric {
    /// Money lost in losing trades, as a positive number.
    package static let grossLoss = Metric(
        "gross_loss", title: "Gross loss",
        formula: "sum of the losses, after fees, as a positive number",
        source: "TradeStation's gross loss",
        unit: .money, better: .lower
    ) { $0.trades.grossLoss }
}
