extension Metric {
    /// How often the gain makes up for the worst fall.
    package static let recoveryFactor = Metric(
        "recovery_factor", title: "Recovery factor",
        formula: "total return / maximum drawdown",
        undefined: "where equity never fell",
        source: "MetaTrader's recovery factor; quantstats takes the sum of returns",
        unit: .ratio, better: .higher
    ) { ($0.summary.finalEquity / $0.startingCash - 1).over($0.summary.maximumDrawdown) }
}
