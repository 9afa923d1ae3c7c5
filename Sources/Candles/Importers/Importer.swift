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
    /// The rows that the file marks as filled in, by their numbers in it, rising.
    var filled: [Int] = []
    /// The line each row stands in.
    var lines: RowLines
    /// How the file is laid out, as a person would say it.
    var layout: String
    /// Rows that are no possible candles, left out or taken all the same.
    var doubts = RowDoubts()
    /// Whether nothing in the file says which number is which, so that the usual order was taken.
    var isOrderAssumed = false
    /// What the content says about the market, where it says it.
    var symbol: String?
    var timeframe: Timeframe?
    /// Whose candle each row is, where a column says it.
    var symbols: RowSymbols?
    var dates = DatesRead()
    /// Whether times are starts or ends, and by what that is known.
    var timeIs: (is: ImportOptions.TimeIs, reason: String)?
    /// The number each row had in the file, where rows have been sorted or left out since.
    var numbers: [Int]?

    var count: Int { time.count }

    /// The line in the file that a row stands in.
    func line(of row: Int) -> Int { lines.line(of: numbers.map { $0[row] } ?? row) }

    /// Which rows are marked as filled in; nil for none.
    var marks: Mask? {
        guard !filled.isEmpty else { return nil }
        let filled = Set(filled)
        return Mask((0..<count).map { row in filled.contains(numbers.map { $0[row] } ?? row) })
    }
}

/// How times were written.
struct DatesRead: Sendable {
    /// Whether dates with a zone were seen, and dates without.
    var (hasZones, lacksZones) = (false, false)
    /// The order of days and months, where dates ended in the year.
    var format: DateFormat?
    /// Why those without a zone cannot be taken as UTC; nil where they can.
    var question: String?

    init(hasZones: Bool = false, lacksZones: Bool = false, format: DateFormat? = nil, question: String? = nil) {
        (self.hasZones, self.lacksZones) = (hasZones, lacksZones)
        self.format = format
        self.question = question
    }
}

/// Rows that are no possible candles: the first of them, how many were left out and how many taken.
struct RowDoubts: Sendable {
    var faults: [CandleFault] = []
    var dropped = 0
    var kept = 0
    /// Rows of other symbols than the one that was told.
    var ofOthers = 0
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
