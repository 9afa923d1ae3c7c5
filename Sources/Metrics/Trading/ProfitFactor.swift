import Simulation

extension Metric {
    /// Money won for money lost: sum of profits / sum of losses, over trades, after fees.
    ///
    /// NaN where no trade lost. vectorbt's, in money; backtesting.py takes percentages.
    package static let profitFactor = Metric(
        "profit_factor", title: "Profit factor",
        explanation: "money won in winning trades / money lost in losing ones; undefined where none lost",
        unit: .ratio, better: .higher
    ) { Trade.profitFactor($0.trades) }
}

extension Trade {
    package static func profitFactor(_ trades: [Trade]) -> Double {
        var (won, lost) = (0.0, 0.0)
        for trade in trades {
            if trade.profit > 0 { won += trade.profit } else { lost -= trade.profit }
        }
        return won.over(lost)
    }
}
