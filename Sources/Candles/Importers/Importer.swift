/// A kind of foreign file and how it is read.
package struct Importer: Sendable {
    /// The word for `--format`.
    package let name: String
    /// What it reads, in a few words.
    package let summary: String

    /// How sure the start of a file makes this importer that the file is its own.
    package enum Likeness: Int, Comparable, Sendable {
        case none, possible, certain

        package static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
    }

    /// Looks at the first bytes of a file, at most `SourceFile.headCount` of them.
    let probe: @Sendable (_ head: [UInt8]) -> Likeness
    /// Reads a file to its end: rows as they stand in it, faults collected, nothing judged.
    let read: @Sendable (SourceFile, ImportOptions) throws(CandleError) -> ImportedRows
}

/// The rows of a foreign file in its own order, before they are checked.
struct ImportedRows: Sendable {
    var time: Column<Int64>
    var open: Column<Double>
    var high: Column<Double>
    var low: Column<Double>
    var close: Column<Double>
    var volume: Column<Double>
    /// The line each row stands in.
    var lines: RowLines
    /// How the file is laid out, as a person would say it.
    var layout: String
    /// Whether nothing in the file says which number is which, so that the usual order was taken.
    var isOrderAssumed = false
    /// What the content says about the market, where it says it.
    var symbol: String?
    var timeframe: Timeframe?

    var count: Int { time.count }
}

/// From rows to lines: only where the distance between them changes is anything kept.
struct RowLines: Sendable {
    private var starts: [(row: Int, offset: Int)] = []

    mutating func add(row: Int, line: Int) {
        if starts.last?.offset != line - row { starts.append((row, line - row)) }
    }

    func line(of row: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle].row <= row { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? row + 1 : row + starts[low - 1].offset
    }
}
