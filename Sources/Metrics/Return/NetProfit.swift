extension Metric {
    /// Money made, fees taken off.
    package static let netProfit = Metric(
        "net_profit", title: "Net profit",
        formula: "final equity - starting cash; an open position counts at the last close",
        source: "TradeStation's net profit",
        unit: .money, better: .higher
    ) { $0.summary.finalEquity - $0.startingCash }
}
