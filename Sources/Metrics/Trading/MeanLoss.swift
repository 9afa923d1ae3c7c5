extension Metric {
    /// What a losing trade costs, in money, as a positive number.
    package static let meanLoss = Metric(
        "mean_loss", title: "Mean loss",
        formula: "mean loss of the trades below 0, as a positive number",
        undefined: "where no trade lost",
        source: "vectorbt's Avg losing trade, in money",
        unit: .money, better: .lower
    ) { $0.trades.meanLoss }
}
