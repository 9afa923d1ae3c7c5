import Simulation

extension Metric {
    /// Share of trades with a profit, both fees taken off; one that gained exactly nothing is no winner.
    ///
    /// NaN without trades.
    package static let winRate = Metric(
        "win_rate", title: "Win rate",
        explanation: "share of trades whose profit is above 0 after fees; undefined without trades",
        unit: .fraction, better: .higher
    ) { Trade.winRate($0.trades) }
}

extension Trade {
    package static func winRate(_ trades: [Trade]) -> Double {
        Double(trades.count { $0.profit > 0 }).over(Double(trades.count))
    }
}
