import Foundation
import GRDB
import Metrics

/// Studies, trials, backtests and queries in `candela.sqlite`, in the home of a workbench: the only door to it.
///
/// Safe from any thread and beside other processes. A write that has returned outlives the death of its process; a
/// change of state outlives a loss of power, too.
package struct ResultStore: Sendable {
    package enum Access: Sendable {
        /// Makes the home and the database where they are missing.
        case readWrite
        /// Changes nothing; works in a home that cannot be written to.
        case readOnly
    }

    package let home: URL
    /// Names of the metrics that are stored, in the catalog's order.
    package let metrics: [String]

    private let writer: any DatabaseWriter
    private let turn: WriteTurn?

    /// Opens the results of a home and brings them up to date.
    ///
    /// `metrics` are the names in the catalog's order; each has a column, in which NULL stands for NaN.
    package init(home: URL, access: Access, metrics: [String] = MetricCatalog.all.map(\.name)) throws(StoreError) {
        let home = home.absoluteURL.standardizedFileURL
        self.home = home
        (writer, turn, self.metrics) = try translatingErrors(home: home) {
            switch access {
            case .readWrite: try Self.openForWriting(home: home, metrics: metrics)
            case .readOnly: try Self.openForReading(home: home, metrics: metrics)
            }
        }
    }

    /// Closes all connections; what is pending goes into the database file. Nothing works afterwards.
    package func close() throws(StoreError) {
        try translatingErrors(home: home) {
            guard let turn else { return try writer.close() }
            try turn.take {
                // The last connection that is closed empties the log, and readers cannot.
                (writer as? DatabasePool)?.releaseMemory()
                try writer.close()
            }
        }
    }

    private typealias Opened = (any DatabaseWriter, WriteTurn?, [String])

    private static func openForWriting(home: URL, metrics: [String]) throws -> Opened {
        let file = DatabaseFile(home: home)
        _ = try file.check()
        if !FileManager.default.fileExists(atPath: home.path) {
            try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        }
        let turn = try WriteTurn(home: home)
        return try turn.take {
            let pool = try file.openForWriting()
            if try pool.read(isNewer) { throw StoreError.newerDatabase(path: file.path) }
            try Migrations.migrator.migrate(pool)
            try pool.write { db in
                try MetricColumns.add(metrics, to: db)
                try QueryCatalog.publish(QueryCatalog.all(metrics: metrics), in: db)
            }
            return (pool, turn, metrics)
        }
    }

    private static func openForReading(home: URL, metrics: [String]) throws -> Opened {
        let file = DatabaseFile(home: home)
        guard try file.check() else { throw StoreError.noResults(home: home.path) }
        var queue = try file.openForReading()
        if try queue.read(isNewer) { throw StoreError.newerDatabase(path: file.path) }
        if try !queue.read(Migrations.migrator.hasCompletedMigrations) {
            try queue.close()
            do {
                try ResultStore(home: home, access: .readWrite, metrics: metrics).close()
            } catch .readOnlyHome {
                throw StoreError.oldDatabase(path: file.path)
            }
            queue = try file.openForReading()
        }
        return (queue, nil, try queue.read { try MetricColumns.present(metrics, in: $0) })
    }

    /// Whether a later program has been here. The header of the file does not tell while a step waits in the log.
    private static func isNewer(_ db: Database) throws -> Bool {
        try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0 > Migrations.version
            || Migrations.migrator.hasBeenSuperseded(db)
    }
}

extension ResultStore {
    /// How long a write must last.
    enum Durability {
        /// Outlives its process; power may take the last second of it.
        case normal
        /// Outlives a loss of power.
        case full
    }

    /// All that `body` does, or nothing of it.
    func write<Result>(
        _ durability: Durability = .full, _ body: (Database) throws -> Result
    ) throws(StoreError) -> Result {
        try translatingErrors(home: home) {
            guard let turn else { throw StoreError.readOnlyHome(home: home.path) }
            return try writer.writeWithoutTransaction { db in
                try turn.take {
                    // A pool is set to NORMAL when it opens, and the setting cannot change inside a transaction.
                    if durability == .full { try db.execute(sql: "PRAGMA synchronous = FULL") }
                    defer { if durability == .full { try? db.execute(sql: "PRAGMA synchronous = NORMAL") } }
                    try db.beginTransaction(.immediate)
                    do {
                        let result = try body(db)
                        try db.commit()
                        return result
                    } catch {
                        if db.isInsideTransaction { try? db.rollback() }
                        throw error
                    }
                }
            }
        }
    }

    /// Reads one state of the database, whatever is written meanwhile.
    func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        try translatingErrors(home: home) { try writer.read(body) }
    }

    /// Lends a connection of its own that cannot write, for SQL that is not ours.
    func onReadOnlyConnection<Result>(_ work: (DatabaseQueue) throws -> Result) throws(StoreError) -> Result {
        try translatingErrors(home: home) {
            let queue = try DatabaseFile(home: home).openForReading()
            defer { try? queue.close() }
            return try work(queue)
        }
    }
}

/// Does `work`; what it throws comes out as the fault behind it.
private func translatingErrors<Result>(home: URL, _ work: () throws -> Result) throws(StoreError) -> Result {
    do { return try work() } catch { throw StoreError(error, home: home) }
}
