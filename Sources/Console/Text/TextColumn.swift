/// A column of a table: its name everywhere, and what its numbers mean.
package struct TextColumn: Sendable, Equatable {
    /// What a column's values mean, and so how people like to read them. CSV and JSON write all numbers in full instead.
    package enum Kind: Sendable {
        case text
        /// Numbers as they are, to eight digits: ids, parameters, prices.
        case plain
        /// Whole things, in groups of three: `10,000`.
        case count
        /// A number about one, such as a Sharpe ratio: `1.832`.
        case ratio
        /// A share, shown in percent: `0.1234` as `12.34 %`.
        case fraction
        /// Cash, in groups of three with two decimals: `10,000.00`.
        case money
        case time
        /// Seconds: `1 h 02 min`.
        case duration
    }

    /// As in Lua and SQL: `max_drawdown`.
    package let name: String
    package let kind: Kind

    package init(_ name: String, _ kind: Kind = .plain) {
        self.name = name
        self.kind = kind
    }
}
