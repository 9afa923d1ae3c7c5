import Simulation

/// The numbers of one backtest, in the order of its metrics.
package struct Scorecard: Sendable {
    package let metrics: [Metric]
    package let values: [Double]

    package init(_ backtest: Backtest, metrics: [Metric] = MetricCatalog.all) {
        self.init(Evidence(backtest), metrics: metrics)
    }

    package init(_ evidence: Evidence, metrics: [Metric] = MetricCatalog.all) {
        self.metrics = metrics
        values = metrics.map { $0.value(evidence) }
    }

    /// The value of the metric called `name`; nil where the scorecard has no such metric.
    package subscript(name: String) -> Double? {
        metrics.firstIndex { $0.name == name }.map { values[$0] }
    }
}
