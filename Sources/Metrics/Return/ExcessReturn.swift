extension Metric {
    /// What the strategy gained beyond its market.
    package static let excessReturn = Metric(
        "excess_return", title: "Excess return",
        formula: "total return - return of buy and hold",
        undefined: "without candles",
        source: "vectorbt's total_return beside total_market_return",
        unit: .fraction, better: .higher
    ) { ($0.summary.finalEquity / $0.startingCash - 1 - $0.marketReturn).finiteOrUndefined }
}
