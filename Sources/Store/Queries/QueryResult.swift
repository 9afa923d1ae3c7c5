/// What a query answered.
package struct QueryResult: Sendable {
    package let columns: [String]
    package let rows: [[QueryValue]]
    /// Whether there were more rows than the limits allow.
    package let isCut: Bool
}

/// How much a query may use up.
package struct QueryLimits: Hashable, Sendable {
    package var seconds: Double
    package var rows: Int

    package static let standard = QueryLimits(seconds: 1, rows: 1000)

    package init(seconds: Double, rows: Int) {
        self.seconds = seconds
        self.rows = rows
    }
}
