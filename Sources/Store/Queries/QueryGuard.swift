import GRDB
import GRDBSQLite

/// Watches over one statement on a connection of its own: it may read, and only for so long.
///
/// The connection cannot write anyway. This refuses what a reader could still do: attach other files, change settings,
/// load code.
final class QueryGuard {
    /// What was refused, as SQL calls it.
    private(set) var refusedAction: String?
    private(set) var isLate = false
    private let deadline: ContinuousClock.Instant

    init(seconds: Double) {
        deadline = .now + .seconds(seconds)
    }

    /// Runs `work` with the guard on `db`.
    func watch<Result>(_ db: Database, _ work: () throws -> Result) rethrows -> Result {
        guard let connection = unsafe db.sqliteConnection else { preconditionFailure("a query on a closed connection") }
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe sqlite3_set_authorizer(
            connection,
            { context, action, first, second, _, _ in
                let queryGuard = unsafe QueryGuard.from(context)
                let refused = unsafe queryGuard?.refuses(
                    action, first.map { unsafe String(cString: $0) }, second.map { unsafe String(cString: $0) })
                return refused == false ? SQLITE_OK : SQLITE_DENY
            }, context)
        unsafe sqlite3_progress_handler(
            connection, 1000,
            { context in
                unsafe QueryGuard.from(context)?.checkTime() == true ? 0 : 1
            }, context)
        // One instruction can take long over long values: text functions compare each place with each place.
        unsafe sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 1_000_000)
        unsafe sqlite3_limit(connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100)
        defer {
            unsafe sqlite3_set_authorizer(connection, nil, nil)
            unsafe sqlite3_progress_handler(connection, 0, nil, nil)
        }
        return try withExtendedLifetime(self, work)
    }

    @unsafe private static func from(_ context: UnsafeMutableRawPointer?) -> QueryGuard? {
        unsafe context.map { unsafe Unmanaged<QueryGuard>.fromOpaque($0).takeUnretainedValue() }
    }

    private func checkTime() -> Bool {
        if ContinuousClock.now > deadline { isLate = true }
        return !isLate
    }

    private func refuses(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return false
        // A table-valued function such as json_each asks for this when it is first used, and no statement gets it.
        case SQLITE_UPDATE where first == "sqlite_master": return false
        case SQLITE_FUNCTION:
            guard Self.refusedFunctions.contains(second?.lowercased() ?? "") else { return false }
            refusedAction = second
        case SQLITE_PRAGMA:
            let name = first?.lowercased() ?? ""
            if Self.readingPragmas.contains(name) || second == nil && Self.showingPragmas.contains(name) {
                return false
            }
            refusedAction = "PRAGMA \(name)"
        default: refusedAction = Self.names[action] ?? "action \(action)"
        }
        return true
    }

    private static let refusedFunctions: Set = ["load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"]
    /// These read something about what they are given.
    private static let readingPragmas: Set = [
        "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
    ]
    /// These show a setting, and would change it if they were given a value.
    private static let showingPragmas: Set = [
        "application_id", "compile_options", "database_list", "encoding", "foreign_key_check", "freelist_count",
        "function_list", "integrity_check", "page_count", "page_size", "quick_check", "schema_version",
        "user_version",
    ]
    private static let names: [Int32: String] = [
        SQLITE_ALTER_TABLE: "ALTER TABLE", SQLITE_ANALYZE: "ANALYZE", SQLITE_ATTACH: "ATTACH",
        SQLITE_CREATE_INDEX: "CREATE INDEX", SQLITE_CREATE_TABLE: "CREATE TABLE",
        SQLITE_CREATE_TEMP_INDEX: "CREATE INDEX", SQLITE_CREATE_TEMP_TABLE: "CREATE TEMP TABLE",
        SQLITE_CREATE_TEMP_TRIGGER: "CREATE TEMP TRIGGER", SQLITE_CREATE_TEMP_VIEW: "CREATE TEMP VIEW",
        SQLITE_CREATE_TRIGGER: "CREATE TRIGGER", SQLITE_CREATE_VIEW: "CREATE VIEW",
        SQLITE_CREATE_VTABLE: "CREATE VIRTUAL TABLE", SQLITE_DELETE: "DELETE", SQLITE_DETACH: "DETACH",
        SQLITE_DROP_INDEX: "DROP INDEX", SQLITE_DROP_TABLE: "DROP TABLE", SQLITE_DROP_TRIGGER: "DROP TRIGGER",
        SQLITE_DROP_VIEW: "DROP VIEW", SQLITE_INSERT: "INSERT", SQLITE_REINDEX: "REINDEX",
        SQLITE_SAVEPOINT: "SAVEPOINT", SQLITE_TRANSACTION: "a transaction", SQLITE_UPDATE: "UPDATE",
    ]
}
