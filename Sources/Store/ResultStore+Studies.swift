import Foundation
import GRDB
import Search

extension ResultStore {
    /// A new study, running. A name is free text that does not read as an id.
    package func createStudy(
        _ plan: StudyPlan, name: String? = nil, note: String? = nil
    ) throws(StoreError) -> StudyRecord {
        try checkName(name)
        return try write { db in
            let id = try db.insert(
                into: "studies",
                plan.columns(in: db) + [
                    ("name", name), ("note", note), ("state", StudyState.running.rawValue),
                    ("created_at", Date().milliseconds),
                ])
            return try Self.study(id, in: db)
        }
    }

    /// A change of state is durable when this returns.
    package func setState(_ state: StudyState, reason: String? = nil, ofStudy id: Int64) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE studies SET state = ?, reason = ?, finished_at = ? WHERE id = ?",
                arguments: [state.rawValue, reason, state == .running ? nil : Date().milliseconds, id])
            if db.changesCount == 0 { throw StoreError.noSuchStudy("s\(id)") }
        }
    }

    /// Forgets a study and its trials.
    package func removeStudy(_ id: Int64) throws(StoreError) {
        try write { db in try db.execute(sql: "DELETE FROM studies WHERE id = ?", arguments: [id]) }
    }

    /// How many trials are asked for in all: a study that goes on asks for more.
    package func setTrials(_ trials: Int, ofStudy id: Int64) throws(StoreError) {
        try update("trials_asked", trials, ofStudy: id)
    }

    /// Another name for a study; nil for none.
    package func setName(_ name: String?, ofStudy id: Int64) throws(StoreError) {
        try checkName(name)
        try update("name", name, ofStudy: id)
    }

    /// Another note on a study; nil for none.
    package func setNote(_ note: String?, ofStudy id: Int64) throws(StoreError) {
        try update("note", note, ofStudy: id)
    }

    /// The study of this number, or `noSuchStudy`.
    package func study(_ id: Int64) throws(StoreError) -> StudyRecord {
        try read { try Self.study(id, in: $0) }
    }

    /// The study that `s12`, `12`, `newest` or a name stands for; of several with one name, the newest.
    package func study(_ reference: String) throws(StoreError) -> StudyRecord {
        try read { db in
            let id: Int64?
            switch ResultID(reference) {
            case .study(let number): id = number
            case .some: id = nil
            case nil where reference == "newest": id = try Int64.fetchOne(db, sql: "SELECT max(id) FROM studies")
            case nil:
                id = try Int64.fetchOne(db, sql: "SELECT max(id) FROM studies WHERE name = ?", arguments: [reference])
            }
            guard let id else { throw StoreError.noSuchStudy(reference) }
            return try Self.study(id, in: db)
        }
    }

    /// All studies, the newest first.
    package func studies(limit: Int? = nil) throws(StoreError) -> [StudySummary] {
        try read { db in
            try Row.fetchAll(db, sql: StudySummary.selection(), arguments: [limit ?? -1]).map(StudySummary.init)
        }
    }

    /// One study and what came of its trials.
    package func summary(ofStudy id: Int64) throws(StoreError) -> StudySummary {
        try read { db in
            let row = try Row.fetchOne(db, sql: StudySummary.selection(where: "study.id = ?"), arguments: [id, 1])
            guard let row else { throw StoreError.noSuchStudy("s\(id)") }
            return StudySummary(row: row)
        }
    }

    private static func study(_ id: Int64, in db: Database) throws -> StudyRecord {
        let row = try Row.fetchOne(db, sql: StudyRecord.selection + " WHERE study.id = ?", arguments: [id])
        guard let row else { throw StoreError.noSuchStudy("s\(id)") }
        return StudyRecord(row: row)
    }

    private func update(
        _ column: String, _ value: (any DatabaseValueConvertible)?, ofStudy id: Int64
    ) throws(StoreError) {
        try write { db in
            try db.execute(sql: "UPDATE studies SET \(column) = ? WHERE id = ?", arguments: [value, id])
            if db.changesCount == 0 { throw StoreError.noSuchStudy("s\(id)") }
        }
    }

    /// Free text is a name when no reader could take it for an id.
    func checkName(_ name: String?) throws(StoreError) {
        guard let name else { return }
        if name.allSatisfy(\.isWhitespace) || name == "newest" || ResultID(name) != nil { throw .unusableName(name) }
    }
}

extension StudySummary {
    /// What `init(row:)` reads, of the studies that meet `condition`.
    static func selection(where condition: String = "true") -> String {
        """
        SELECT *, (SELECT min(number) FROM trials WHERE study_id = summary.id AND objective_value = best) AS best_number
        FROM (
            SELECT study.*, \(CandleSlice.columns),
                count(*) FILTER (WHERE trial.state = 'complete') AS complete,
                count(*) FILTER (WHERE trial.state = 'pruned') AS pruned,
                count(*) FILTER (WHERE trial.state = 'failed') AS failed,
                CASE study.direction WHEN 'minimize' THEN min(trial.objective_value) ELSE max(trial.objective_value) END
                    AS best
            FROM studies AS study
            JOIN candle_slices AS slice ON slice.id = study.candle_slice_id
            LEFT JOIN trials AS trial ON trial.study_id = study.id
            WHERE \(condition)
            GROUP BY study.id ORDER BY study.id DESC LIMIT ?) AS summary
        """
    }

    init(row: Row) {
        study = StudyRecord(row: row)
        complete = row["complete"]
        pruned = row["pruned"]
        failed = row["failed"]
        best = row["best"] as Double? ?? .nan
        bestTrial = (row["best_number"] as Int?).map { .trial(study: row["id"], number: $0) }
    }
}
