import GRDB
import Search

extension ResultStore {
    /// Stores all of `trials` or none of them; `metrics` names the numbers of complete trials, in their order.
    ///
    /// A number whose name has no column is left out. For a worker's pace: give some hundred at a time.
    package func insert(_ trials: [Trial], into study: StudyRecord, metrics: [String]) throws(StoreError) {
        if trials.isEmpty { return }
        let stored = self.metrics
        try write(.normal) { db in
            var insertion = try TrialInsertion(study: study, metrics: metrics, columns: stored, in: db)
            try insertion.insert(trials)
        }
    }

    /// The trials of a study, the best or the first of them where `limit` is given.
    package func trials(
        of study: StudyRecord, order: TrialOrder = .number, limit: Int? = nil
    ) throws(StoreError) -> [TrialRecord] {
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

    /// The trials of a study as a table with a column a parameter and a metric.
    package func trialTable(
        of study: StudyRecord, order: TrialOrder = .number, limit: Int? = nil
    ) throws(StoreError) -> TrialTable {
        TrialTable(try trials(of: study, order: order, limit: limit), metrics: metrics)
    }
}
