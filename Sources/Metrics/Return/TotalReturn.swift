import Simulation

extension Metric {
    /// Growth of the starting cash over all traded candles: final equity / starting cash - 1.
    ///
    /// What is open at the end counts at the last close. Below -1 where a short position lost more than there was.
    package static let totalReturn = Metric(
        "total_return", title: "Total return",
        explanation: "final equity / starting cash - 1; an open position counts at the last close",
        unit: .fraction, better: .higher
    ) { $0.summary.totalReturn(startingCash: $0.settings.startingCash) }
}

extension Backtest.EquitySummary {
    func totalReturn(startingCash: Double) -> Double { finalEquity / startingCash - 1 }
}
