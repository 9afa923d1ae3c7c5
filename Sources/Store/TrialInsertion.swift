import Foundation
import GRDB
import GRDBSQLite
import Search

/// Writes a batch of trials, binding values straight to SQLite: a few microseconds a row, where arguments of GRDB take
/// three times as long.
struct TrialInsertion {
    private let db: Database
    private let study: StudyRecord
    /// For each metric column, where its number stands in a trial; nil for a column that this study does not fill.
    private let sources: [Int?]
    private let objective: Int?
    private let trials: Statement
    private let timings: Statement
    private var writer = ParameterWriter()

    init(study: StudyRecord, metrics: [String], columns: [String], in db: Database) throws {
        self.db = db
        self.study = study
        sources = columns.map { metrics.firstIndex(of: $0) }
        objective = metrics.firstIndex(of: study.plan.objective.metric)
        let fixed = ["study_id", "number", "state", "reason", "is_timed", "parameters", "objective_value", "traceback"]
        let names = fixed + columns.map(\.quotedDatabaseIdentifier)
        trials = try db.cachedStatement(
            sql: """
                INSERT INTO trials (\(names.joined(separator: ", "))) \
                VALUES (\(databaseQuestionMarks(count: names.count)))
                """)
        timings = try db.cachedStatement(
            sql: """
                INSERT INTO trial_timings (study_id, number, duration_ns, worker, finished_at) VALUES (?, ?, ?, ?, ?)
                """)
    }

    mutating func insert(_ batch: [Trial]) throws {
        let now = Date().milliseconds
        for trial in batch {
            try insert(trial)
            unsafe timings.bind(study.id, at: 1)
            unsafe timings.bind(Int64(trial.number), at: 2)
            unsafe timings.bind(Int64(bitPattern: trial.duration), at: 3)
            unsafe timings.bind(Int64(trial.worker), at: 4)
            unsafe timings.bind(now, at: 5)
            try run(timings, trial)
        }
        unsafe sqlite3_clear_bindings(trials.sqliteStatement)
    }

    private mutating func insert(_ trial: Trial) throws {
        var state = TrialState.complete
        var reason: String?
        var numbers: [Double] = []
        switch trial.outcome {
        case .complete(let values): numbers = values
        case .pruned(let why): (state, reason) = (.pruned, why)
        case .failed(let why): (state, reason) = (.failed, why)
        }
        unsafe trials.bind(study.id, at: 1)
        unsafe trials.bind(Int64(trial.number), at: 2)
        unsafe trials.bind(state.rawValue, at: 3)
        unsafe trials.bind(reason, at: 4)
        unsafe trials.bind(Int64(trial.isTimed ? 1 : 0), at: 5)
        unsafe trials.bind(numbers.value(at: objective), at: 7)
        unsafe trials.bind(trial.traceback.isEmpty ? nil : trial.traceback, at: 8)
        for (index, source) in sources.enumerated() {
            unsafe trials.bind(numbers.value(at: source), at: Int32(9 + index))
        }
        writer.write(trial.parameters)
        try unsafe writer.bytes.withUnsafeBufferPointer { bytes in
            // Lent, not copied: the row is written before the bytes go.
            unsafe sqlite3_bind_text(
                trials.sqliteStatement, 6, UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count), nil)
            try run(trials, trial)
        }
    }

    private func run(_ statement: Statement, _ trial: Trial) throws {
        let code = unsafe sqlite3_step(statement.sqliteStatement)
        unsafe sqlite3_reset(statement.sqliteStatement)
        if code == SQLITE_DONE { return }
        switch ResultCode(rawValue: code) {
        case .SQLITE_CONSTRAINT_PRIMARYKEY:
            throw StoreError.storedTwice(.trial(study: study.id, number: trial.number))
        case .SQLITE_CONSTRAINT_FOREIGNKEY: throw StoreError.noSuchStudy(study.resultID.description)
        case let result: throw DatabaseError(resultCode: result, message: db.lastErrorMessage)
        }
    }
}

extension [Double] {
    /// NaN where there is no such number.
    fileprivate func value(at index: Int?) -> Double {
        guard let index, index < count else { return .nan }
        return self[index]
    }
}

extension Statement {
    /// NULL for NaN.
    @unsafe fileprivate func bind(_ value: Double, at position: Int32) {
        // SQLite makes NULL of NaN by itself.
        unsafe sqlite3_bind_double(sqliteStatement, position, value)
    }

    @unsafe fileprivate func bind(_ value: Int64, at position: Int32) {
        unsafe sqlite3_bind_int64(sqliteStatement, position, value)
    }

    @unsafe fileprivate func bind(_ value: String?, at position: Int32) {
        guard var value else {
            unsafe sqlite3_bind_null(sqliteStatement, position)
            return
        }
        // SQLITE_TRANSIENT: SQLite takes a copy.
        let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        value.withUTF8 { bytes in
            _ = unsafe sqlite3_bind_text(
                sqliteStatement, position, UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count), copied)
        }
    }
}
