import Simulation

extension Metric {
    /// How many positions were entered and left. One that is open at the end is no trade.
    package static let tradeCount = Metric(
        "trades", title: "Trades",
        explanation: "positions entered and left; one that is open at the end is no trade",
        unit: .count, better: .neither
    ) { Double($0.trades.count) }
}
