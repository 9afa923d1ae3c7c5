import Simulation

extension Metric {
    /// Largest fall of equity from an earlier peak, as a positive fraction of that peak.
    ///
    /// Seen at the closes; the starting cash is the first peak. 0 where equity never fell.
    package static let maximumDrawdown = Metric(
        "max_drawdown", title: "Maximum drawdown",
        explanation:
            "largest fall of equity from an earlier peak, as a positive fraction of it, from the starting cash on",
        unit: .fraction, better: .lower
    ) { $0.summary.maximumDrawdown }
}
