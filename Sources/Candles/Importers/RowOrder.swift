/// The order in time of rows as a file has them, and which of them stand for a candle.
struct RowOrder {
    /// Rows that are older than the row before them, and the first of those.
    let outOfOrder: Int
    let firstOutOfOrder: Int?
    /// Row numbers by time, equal times in the order of the file; nil where the file is in order.
    private let sorted: [Int]?
    private let hasEqualTimes: Bool

    /// What is kept of the rows.
    struct Distinct {
        /// nil for all of them, in the order of the file.
        let rows: [Int]?
        let equal: Int
        let different: Int
        /// The first rows that were dropped for another of the same time.
        var firstEqual: Int?
        var firstDifferent: Int?
    }

    init(_ column: Column<Int64>) {
        let time = column.span
        var (falls, equals) = (0, 0)
        var firstFall: Int?
        for index in 1..<max(time.count, 1) {
            if time[index] < time[index - 1] {
                falls += 1
                firstFall = firstFall ?? index
            }
            if time[index] == time[index - 1] { equals += 1 }
        }
        outOfOrder = falls
        firstOutOfOrder = firstFall
        // `sort` keeps no order among equals, so the row number decides.
        let sorted =
            falls == 0 ? nil : Array(0..<column.count).sorted { (column[$0], $0) < (column[$1], $1) }
        self.sorted = sorted
        hasEqualTimes =
            sorted.map { rows in
                rows.indices.dropFirst().contains { column[rows[$0]] == column[rows[$0 - 1]] }
            } ?? (equals > 0)
    }

    /// One row a time: equal repetitions go, of different ones the first or last stays, or they are an error.
    func distinct(
        _ rows: ImportedRows, source: String, duplicates: ImportOptions.Duplicates
    ) throws(CandleError) -> Distinct {
        guard hasEqualTimes else { return Distinct(rows: sorted, equal: 0, different: 0) }
        var kept: [Int] = []
        var (equal, different) = (0, 0)
        var (firstEqual, firstDifferent): (Int?, Int?) = (nil, nil)
        var conflict: (row: Int, earlier: Int)?
        for row in sorted ?? Array(0..<rows.count) {
            guard let last = kept.last, rows.time[last] == rows.time[row] else {
                kept.append(row)
                continue
            }
            if rows.areEqual(last, row) {
                equal += 1
                firstEqual = firstEqual ?? row
            } else {
                different += 1
                firstDifferent = firstDifferent ?? (duplicates == .last ? last : row)
                conflict = conflict ?? (row, last)
                if duplicates == .last { kept[kept.count - 1] = row }
            }
        }
        if duplicates == .reject, let conflict {
            throw .conflictingDuplicates(
                file: source, line: rows.line(of: conflict.row), earlier: rows.line(of: conflict.earlier),
                time: rows.time[conflict.row], total: different)
        }
        return Distinct(
            rows: kept, equal: equal, different: different, firstEqual: firstEqual, firstDifferent: firstDifferent)
    }
}

extension RowOrder {
    /// What was done to `rows`, for the last line of a report.
    func lines(_ kept: Distinct, _ rows: ImportedRows) -> [String] {
        func place(_ row: Int?) -> String {
            row.map { ", the first at \(TimeText.text(rows.time[$0])) (line \(rows.line(of: $0)))" } ?? ""
        }
        var lines: [String] = []
        if outOfOrder > 0 {
            lines.append("\(CountText.text(outOfOrder, "row")) out of order, sorted\(place(firstOutOfOrder))")
        }
        if kept.equal > 0 {
            lines.append("\(CountText.text(kept.equal, "equal duplicate")) dropped\(place(kept.firstEqual))")
        }
        if kept.different > 0 {
            let count = CountText.text(kept.different, "different duplicate")
            lines.append("\(count) dropped as told\(place(kept.firstDifferent))")
        }
        return lines
    }
}

extension ImportedRows {
    /// Whether two rows agree in every price and the volume.
    fileprivate func areEqual(_ left: Int, _ right: Int) -> Bool {
        [open, high, low, close, volume].allSatisfy { $0[left] == $0[right] }
    }
}
