import GRDB
import Metrics

/// The columns of metrics in `trials` and `backtests`: one for each name, added when the catalog gains one.
///
/// A column is never removed: results of a metric that left the catalog stay where they were.
enum MetricColumns {
    private static let tables = ["trials", "backtests"]

    /// Adds what is missing.
    static func add(_ metrics: [String], to db: Database) throws {
        for table in tables {
            let present = try columns(of: table, in: db)
            for metric in metrics where !present.contains(metric.lowercased()) {
                let name = metric.quotedDatabaseIdentifier
                try db.execute(sql: "ALTER TABLE \(table) ADD COLUMN \(name) \(isCount(metric) ? "INTEGER" : "REAL")")
            }
        }
    }

    /// Counts are whole numbers to everyone who reads the file.
    static func isCount(_ metric: String) -> Bool {
        if case .count = MetricCatalog.named(metric)?.unit { true } else { false }
    }

    /// Those of `metrics` that can be read, in their order.
    static func present(_ metrics: [String], in db: Database) throws -> [String] {
        let present = try tables.map { try columns(of: $0, in: db) }
        return metrics.filter { metric in present.allSatisfy { $0.contains(metric.lowercased()) } }
    }

    private static func columns(of table: String, in db: Database) throws -> Set<String> {
        Set(try db.columns(in: table).map { $0.name.lowercased() })
    }
}
