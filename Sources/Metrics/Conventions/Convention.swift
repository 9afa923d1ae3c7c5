import Simulation

/// How another library judges the same equity and trades: for comparing numbers with those of its users.
///
/// A convention has the metrics that its library has, under our names and with our signs.
package struct Convention: Sendable, Identifiable {
    package let name: String
    package let summary: String
    package let metrics: [Metric]

    package var id: String { name }

    package static let all: [Convention] = [.empyrical, .quantstats, .vectorbt, .backtestingPy]

    package static func named(_ name: String) -> Convention? { all.first { $0.name == name } }
}

extension Scorecard {
    package init(_ backtest: Backtest, convention: Convention) {
        self.init(Evidence(backtest), metrics: convention.metrics)
    }
}

extension Metric {
    /// The same number by another rule.
    func `as`(_ formula: String, value: @escaping @Sendable (Evidence) -> Double) -> Metric {
        Metric(
            name, title: title, formula: formula, undefined: undefined, source: source, unit: unit, better: better,
            cost: cost, value: value)
    }
}
