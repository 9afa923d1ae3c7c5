import GRDB
import Metrics
import Search

extension ResultStore {
    /// Stores all of `trials` or none of them; `metrics` names the numbers of complete trials, in their order.
    ///
    /// A number whose name has no column is left out. For a worker's pace: give some hundred at a time.
    package func insert(_ trials: [Trial], into study: StudyRecord, metrics: [String]) throws(StoreError) {
        if trials.isEmpty { return }
        let stored = self.metrics(of: study)
        try write(.normal) { db in
            var insertion = try TrialInsertion(study: study, metrics: metrics, columns: stored, in: db)
            try insertion.insert(trials)
        }
    }

    /// Names of the metrics that the trials of a study have: those that cost no pass over the candles, and its objective.
    package func metrics(of study: StudyRecord) -> [String] { metrics(pursuing: study.plan.objective.metric) }

    private func metrics(pursuing objective: String?) -> [String] {
        metrics.filter { MetricCatalog.named($0)?.cost != .candles || $0 == objective }
    }

    /// The trials of a study, the best or the first of them where `limit` is given.
    package func trials(
        of study: StudyRecord, order: TrialOrder = .number, limit: Int? = nil
    ) throws(StoreError) -> [TrialRecord] {
        let metrics = metrics(of: study)
        let sql = """
            \(TrialRecord.selection(metrics)) WHERE trial.study_id = ? \
            ORDER BY \(order.sql(study.plan.objective.direction)) LIMIT ?
            """
        return try read { db in
            try Array(
                Row.fetchCursor(db, sql: sql, arguments: [study.id, limit ?? -1])
                    .map { TrialRecord(row: $0, metrics: metrics) })
        }
    }

    /// One trial, or `noSuchTrial`.
    package func trial(_ number: Int, ofStudy id: Int64) throws(StoreError) -> TrialRecord {
        try read { db in
            let objective = try String.fetchOne(db, sql: "SELECT objective FROM studies WHERE id = ?", arguments: [id])
            let metrics = metrics(pursuing: objective)
            let row = try Row.fetchOne(
                db, sql: TrialRecord.selection(metrics) + " WHERE trial.study_id = ? AND trial.number = ?",
                arguments: [id, number])
            guard let row else { throw StoreError.noSuchTrial(.trial(study: id, number: number)) }
            return TrialRecord(row: row, metrics: metrics)
        }
    }

    /// All trials by number as their sampler knows them, to go on from where a study was left.
    package func history(of study: StudyRecord, metrics names: [String]) throws(StoreError) -> [Trial] {
        try trials(of: study).map { $0.trial(metrics: names) }
    }

    /// The trials of a study as a table with a column a parameter and one for each of `metrics`, or all that it has.
    package func trialTable(
        of study: StudyRecord, order: TrialOrder = .number, limit: Int? = nil, metrics: [String]? = nil
    ) throws(StoreError) -> TrialTable {
        TrialTable(
            try trials(of: study, order: order, limit: limit), metrics: metrics ?? self.metrics(of: study))
    }
}
