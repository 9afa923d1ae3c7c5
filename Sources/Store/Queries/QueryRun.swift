import GRDB
import GRDBSQLite

/// One run of a query: its parameters bound, its rows collected, within limits.
struct QueryRun {
    let name: String
    let sql: String
    let limits: QueryLimits

    /// The rows of an answer may take so many bytes in all.
    private static let byteLimit = 64 << 20

    /// The parameters that the SQL names, seen by preparing it: what could not run is a fault already here.
    func parameterNames(on queue: DatabaseQueue) throws -> [String] {
        try watched(on: queue, parameterNames)
    }

    /// The rows; `values` tells the values of the parameters that the SQL names.
    func answer(
        on queue: DatabaseQueue, values: ([String]) throws -> [String: QueryValue]
    ) throws -> QueryResult {
        try watched(on: queue) { statement in
            let values = try values(try parameterNames(of: statement))
            statement.arguments = StatementArguments(values.mapValues(\.databaseValue))
            return try rows(of: statement)
        }
    }

    private func watched<Result>(
        on queue: DatabaseQueue, _ work: (Statement) throws -> Result
    ) throws -> Result {
        let queryGuard = QueryGuard(seconds: limits.seconds)
        do {
            // Not in a transaction, which would be refused; one statement reads one state anyway.
            return try queue.unsafeRead { db in
                try queryGuard.watch(db) {
                    let statement = try db.makeStatement(sql: sql)
                    guard statement.isReadonly else { throw StoreError.refusedQuery(name, action: "writing") }
                    return try work(statement)
                }
            }
        } catch let error as DatabaseError {
            throw fault(error, queryGuard)
        }
    }

    private func rows(of statement: Statement) throws -> QueryResult {
        let columns = statement.columnNames
        var rows: [[QueryValue]] = []
        var byteCount = 0
        let cursor = try Row.fetchCursor(statement)
        while let row = try cursor.next() {
            if rows.count == limits.rows || byteCount > Self.byteLimit {
                return QueryResult(columns: columns, rows: rows, isCut: true)
            }
            let values = Array(row.databaseValues.map { QueryValue($0) })
            byteCount += values.reduce(0) { $0 + $1.byteCount }
            rows.append(values)
        }
        return QueryResult(columns: columns, rows: rows, isCut: false)
    }

    private func parameterNames(of statement: Statement) throws -> [String] {
        let places = unsafe sqlite3_bind_parameter_count(statement.sqliteStatement)
        var names: [String] = []
        for place in 0..<places {
            guard let text = unsafe sqlite3_bind_parameter_name(statement.sqliteStatement, place + 1),
                case let name = unsafe String(cString: text), name.first != "?"
            else {
                throw StoreError.faultyQuery(name, message: "a parameter without a name; expected one such as :limit")
            }
            names.append(String(name.dropFirst()))
        }
        return names
    }

    private func fault(_ error: DatabaseError, _ queryGuard: QueryGuard) -> any Error {
        if let action = queryGuard.refusedAction { return StoreError.refusedQuery(name, action: action) }
        if queryGuard.isLate { return StoreError.slowQuery(name, seconds: limits.seconds) }
        switch error.resultCode {
        case .SQLITE_MISUSE where error.message?.contains("Multiple statements") == true:
            return StoreError.faultyQuery(name, message: "more than one statement; a query is one")
        case .SQLITE_READONLY, .SQLITE_AUTH: return StoreError.refusedQuery(name, action: "writing")
        case .SQLITE_ERROR, .SQLITE_MISUSE, .SQLITE_TOOBIG, .SQLITE_MISMATCH, .SQLITE_RANGE:
            return StoreError.faultyQuery(name, message: error.message ?? "faulty SQL")
        default: return error
        }
    }
}

extension QueryValue {
    fileprivate var byteCount: Int {
        switch self {
        case .null, .integer, .real: 16
        case .text(let text): 16 + text.utf8.count
        case .blob(let bytes): 16 + bytes.count
        }
    }
}
