extension Metric {
    /// Growth of the starting cash over all traded candles. Below -1 where a short position lost more than there was.
    package static let totalReturn = Metric(
        "total_return", title: "Total return",
        formula: "final equity / starting cash - 1; an open position counts at the last close",
        source: "empyrical's cum_returns_final",
        unit: .fraction, better: .higher
    ) { $0.summary.finalEquity / $0.startingCash - 1 }
}
