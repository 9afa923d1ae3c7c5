/// Rows of values under named columns, to be written in any `TableFormat`.
package struct TextTable: Sendable, Equatable {
    package let columns: [TextColumn]
    package private(set) var rows: [[TextCell]]

    package init(columns: [TextColumn], rows: [[TextCell]] = []) {
        self.columns = columns
        self.rows = []
        for row in rows { append(row) }
    }

    /// Adds a row; it has one cell for each column.
    package mutating func append(_ row: [TextCell]) {
        precondition(row.count == columns.count, "a row of \(row.count) cells in a table of \(columns.count) columns")
        rows.append(row)
    }

    /// The whole table as text that ends in a newline. The style concerns `.table` only.
    package func text(_ format: TableFormat = .table, style: TextStyle = .plain) -> String {
        switch format {
        case .table: AlignedText.text(self, style: style)
        case .csv: CSVText.text(self)
        case .json: JSONText.text(self)
        case .markdown: MarkdownText.text(self)
        }
    }

    /// The cells of one column, from the top.
    func cells(_ column: Int) -> [TextCell] { rows.map { $0[column] } }
}
