import GRDB

/// The metrics of one stored result, in the catalog's order; NaN where undefined.
package struct StoredScorecard: Sendable {
    package let names: [String]
    package let values: [Double]

    package subscript(name: String) -> Double? {
        names.firstIndex(of: name).map { values[$0] }
    }

    /// Reads the columns of `row` from `position` on.
    init(_ names: [String], row: Row, from position: Int) {
        self.names = names
        values = names.indices.map { row[position + $0] as Double? ?? .nan }
    }
}

extension Double {
    /// The number as a column keeps it: NULL for NaN.
    var defined: Double? { isNaN ? nil : self }
}
