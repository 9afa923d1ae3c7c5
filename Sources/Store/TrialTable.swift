import Search

/// The trials of a study as a table: number, a column a parameter, state, reason, a column a metric.
///
/// By number and as CSV, these are the bytes that one seed gives again and again.
package struct TrialTable: Sendable {
    package let columns: [String]
    package let rows: [[QueryValue]]

    init(_ trials: [TrialRecord], metrics: [String]) {
        let parameters = Set(trials.flatMap { $0.parameters.entries.map(\.name) })
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        columns = ["number"] + parameters + ["state", "reason"] + metrics
        rows = trials.map { trial in
            [.integer(Int64(trial.number))]
                + parameters.map { trial.parameters[$0].map { QueryValue($0) } ?? .null }
                + [.text(trial.state.rawValue), trial.reason.map { .text($0) } ?? .null]
                + metrics.map { Self.cell($0, trial.metrics[$0] ?? .nan) }
        }
    }

    private static func cell(_ metric: String, _ value: Double) -> QueryValue {
        if MetricColumns.isCount(metric), let whole = Int64(exactly: value) {
            .integer(whole)
        } else {
            QueryValue(value)
        }
    }
}
