extension Metric {
    /// What the fills cost. Slippage is in the prices.
    package static let fees = Metric(
        "fees", title: "Fees",
        formula: "sum of the fees of all fills, money",
        source: "vectorbt's Total Fees Paid",
        unit: .money, better: .lower
    ) { $0.fees }
}
