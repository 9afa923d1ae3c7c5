import GRDB
import Metrics

/// The queries that come with Candela.
package enum QueryCatalog {
    /// All of them by name; the leaderboard shows those of `metrics` that come first in the catalog, or that it lacks.
    package static func all(metrics: [String]) -> [StoredQuery] {
        let headline = Set(MetricCatalog.headline.map(\.name))
        let shown = metrics.filter { headline.contains($0) || MetricCatalog.named($0) == nil }
        return [
            .bestPerStrategy, .failures, .leaderboard(metrics: shown), .slowestTrials, .studies, .trialHistory,
        ]
    }

    /// Writes the queries into the database where they differ, so that other programs find them there, too.
    ///
    /// A query of a user stays, whatever its name.
    static func publish(_ queries: [StoredQuery], in db: Database) throws {
        let stored = try Row.fetchAll(db, sql: "SELECT * FROM stored_queries").map(StoredQuery.init)
        let saved = Set(stored.filter { !$0.isShipped }.map(\.name))
        let wanted = queries.filter { !saved.contains($0.name) }
        for query in wanted where !stored.contains(query) { try query.write(to: db) }
        for query in stored where query.isShipped && !queries.contains(where: { $0.name == query.name }) {
            try db.execute(sql: "DELETE FROM stored_queries WHERE name = ?", arguments: [query.name])
        }
    }

    /// SQL for parameters as people write them: `fast=10 slow=30`, from a column that holds them as JSON.
    static func readableParameters(_ column: String) -> String {
        """
        (SELECT group_concat(pair, ' ') FROM (
            SELECT key || '=' || CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE ifnull(value, 'nan') END AS pair
            FROM json_each(\(column)) ORDER BY id))
        """
    }

    /// SQL for the order in which the best comes first and what has no value last, by a study's direction.
    static func bestFirst(_ trial: String, _ study: String) -> String {
        """
        \(trial).objective_value IS NULL, \
        CASE \(study).direction WHEN 'minimize' THEN \(trial).objective_value ELSE -\(trial).objective_value END, \
        \(trial).study_id, \(trial).number
        """
    }

    /// SQL for a moment as people write it, from a column of milliseconds.
    static func readableTime(_ column: String) -> String {
        "strftime('%Y-%m-%d %H:%M:%S', \(column) / 1000, 'unixepoch')"
    }
}
