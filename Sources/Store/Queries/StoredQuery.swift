import Foundation
import GRDB

/// A question to the database that has a name.
package struct StoredQuery: Hashable, Sendable {
    package let name: String
    /// One sentence: what the answer tells.
    package let description: String
    package let parameters: [QueryParameter]
    /// One statement that reads, with its parameters as `:name`.
    package let sql: String
    /// Comes with Candela, and stays as it is.
    package let isShipped: Bool

    /// A query of a user.
    package init(name: String, sql: String, description: String, parameters: [QueryParameter] = []) {
        self.init(name: name, description: description, parameters: parameters, sql: sql, isShipped: false)
    }

    init(name: String, description: String, parameters: [QueryParameter], sql: String, isShipped: Bool = true) {
        self.name = name
        self.description = description
        self.parameters = parameters
        self.sql = sql
        self.isShipped = isShipped
    }
}

extension StoredQuery {
    init(row: Row) throws {
        self.init(
            name: row["name"], description: row["description"],
            parameters: try JSONDecoder().decode([QueryParameter].self, from: row["parameters"] as Data),
            sql: row["sql"], isShipped: row["is_shipped"])
    }

    /// Stores the query in place of one of the same name.
    func write(to db: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let parameters = String(decoding: try encoder.encode(parameters), as: UTF8.self)
        try db.execute(
            sql: "INSERT OR REPLACE INTO stored_queries VALUES (?, ?, ?, ?, 'table', ?)",
            arguments: [name, sql, description, parameters, isShipped])
    }
}
