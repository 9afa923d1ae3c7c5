import Search
import Store

/// Two or more results side by side.
package struct Comparison: Sendable {
    /// One result: what it is called, what it was made with, what came out.
    package struct Column: Sendable {
        package let title: String
        package let parameters: Parameters
        package let metrics: [String: Double]

        package init(title: String, parameters: Parameters, metrics: [String: Double]) {
            self.title = title
            self.parameters = parameters
            self.metrics = metrics
        }
    }

    package let columns: [Column]

    /// Names of all parameters, and of all metrics in `order`, that any of the results has.
    package let parameters: [String]
    package let metrics: [String]

    package init(_ columns: [Column], order: [String]) {
        self.columns = columns
        parameters = Set(columns.flatMap { $0.parameters.entries.map(\.name) }).sorted()
        metrics = order.filter { name in columns.contains { $0.metrics[name] != nil } }
    }

    /// The results that `references` name: a trial, a saved backtest, or a study, which stands for its best trial.
    package init(of references: [String], in store: ResultStore) throws {
        self.init(try references.map { try Self.column($0, in: store) }, order: store.metrics)
    }

    private static func column(_ reference: String, in store: ResultStore) throws -> Column {
        switch ResultID(reference) {
        case .trial(let study, let number):
            return Column(try store.trial(number, ofStudy: study))
        case .backtest(let id):
            let record = try store.backtest(id)
            return Column(
                title: "\(record.resultID) \(record.provenance.strategy)", parameters: record.parameters,
                metrics: record.metrics.dictionary)
        case .study, nil:
            let study = try store.study(reference)
            guard let best = try store.trials(of: study, order: .objective, limit: 1).first else {
                throw ResearchError.noTrials(study: study.resultID.description)
            }
            return Column(best)
        }
    }
}

extension Comparison.Column {
    package init(_ trial: TrialRecord) {
        self.init(
            title: trial.resultID.description, parameters: trial.parameters, metrics: trial.metrics.dictionary)
    }
}

extension StoredScorecard {
    fileprivate var dictionary: [String: Double] {
        Dictionary(zip(names, values), uniquingKeysWith: { $1 })
    }
}
