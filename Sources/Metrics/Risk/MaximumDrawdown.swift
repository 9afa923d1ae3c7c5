extension Metric {
    /// Largest fall of equity from an earlier peak. 0 where equity never fell, above 1 where it fell below 0.
    package static let maximumDrawdown = Metric(
        "max_drawdown", title: "Maximum drawdown",
        formula: """
            largest fall of equity at a close from an earlier peak, as a positive fraction of it, from the starting \
            cash on
            """,
        source: "empyrical's max_drawdown, with the other sign",
        unit: .fraction, better: .lower
    ) { $0.summary.maximumDrawdown }
}
