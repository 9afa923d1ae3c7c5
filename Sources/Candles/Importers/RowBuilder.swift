import CColumns

/// Columns that grow row by row, and the faults of rows that are no candles.
struct RowBuilder: ~Copyable {
    private static let faultsKept = 10

    private var time: ColumnBuilder<Int64>
    private var open: ColumnBuilder<Double>
    private var high: ColumnBuilder<Double>
    private var low: ColumnBuilder<Double>
    private var close: ColumnBuilder<Double>
    private var volume: ColumnBuilder<Double>
    private var lines = RowLines()
    /// The numbers of the rows that are marked as filled in.
    private var filled: [Int] = []
    /// In what times are counted from which line on; nil for dates.
    private var units: [(unit: TimeUnit?, line: Int)] = []
    private var faults: [CandleFault] = []
    private var faultCount = 0
    /// Faults that became rows all the same.
    private var keptCount = 0
    /// Faults whose high is below the low: where they are many, the columns are in another order.
    private var crossedCount = 0

    init(capacity: Int) {
        time = ColumnBuilder(capacity: capacity)
        open = ColumnBuilder(capacity: capacity)
        high = ColumnBuilder(capacity: capacity)
        low = ColumnBuilder(capacity: capacity)
        close = ColumnBuilder(capacity: capacity)
        volume = ColumnBuilder(capacity: capacity)
    }

    @inline(__always)
    mutating func append(_ row: ImportedRow, line: Int, unit: TimeUnit?) {
        if units.isEmpty || units[units.count &- 1].unit != unit { units.append((unit, line)) }
        lines.add(row: time.count, line: line)
        if row.filled == 1 { filled.append(time.count) }
        time.append(row.time)
        open.append(row.open)
        high.append(row.high)
        low.append(row.low)
        close.append(row.close)
        volume.append(row.volume)
    }

    /// Takes over plain rows from `position` on, as far as they go, and says how many; `line` is that of the first.
    mutating func appendPlain(
        _ text: borrowing Span<UInt8>, _ position: inout Int, _ layout: PlainRows, line: Int, unit: TimeUnit
    ) -> Int {
        // All columns have one capacity.
        let (times, capacity) = unsafe time.room()
        let target = unsafe columns_rows(
            time: times, open: open.room().start, high: high.room().start, low: low.room().start,
            close: close.room().start, volume: volume.room().start, capacity: capacity)
        let count = unsafe layout.read(text, &position, unit: unit, into: target)
        guard count > 0 else { return 0 }
        if units.isEmpty || units[units.count - 1].unit != unit { units.append((unit, line)) }
        lines.add(row: time.count, line: line)
        time.take(count)
        open.take(count)
        high.take(count)
        low.take(count)
        close.take(count)
        volume.take(count)
        return count
    }

    /// Counts a fault and keeps it if it is among the first.
    mutating func addFault(line: Int, column: Int, _ what: String, isCrossed: Bool = false, isKept: Bool = false) {
        faultCount += 1
        if isKept { keptCount += 1 }
        if isCrossed { crossedCount += 1 }
        if faults.count < Self.faultsKept { faults.append(CandleFault(line: line, column: column, what: what)) }
    }

    /// What was read; fails with `impossible` where any row was no candle and `bad` does not say otherwise, and `foreign` where there was none.
    consuming func finish(
        file: String, layout: String, isOrderAssumed: Bool, bad: ImportOptions.Bad = .reject, nothing: String
    ) throws(CandleError) -> ImportedRows {
        let dropped = faultCount - keptCount
        let rowCount = time.count + dropped
        if isOrderAssumed && crossedCount > max(2, rowCount / 20) {
            throw .unclear(
                file: file,
                what: "does not say which column is which, and as time, open, high, low, close "
                    + "\(CountText.text(crossedCount)) of \(CountText.text(rowCount)) candles have a high below the low",
                option: "--columns")
        }
        let isRefused = bad == .reject ? faultCount > 0 : bad == .keep && dropped > 0
        guard !isRefused, faultCount == 0 || time.count > 0 else {
            throw .impossible(file: file, faults: faults, total: faultCount)
        }
        guard time.count > 0 else { throw .foreign(file: file, what: nothing, expected: "a line a candle") }
        let layout = layout + ", " + Self.describe(units)
        let doubts = RowDoubts(faults: faults, dropped: dropped, kept: keptCount)
        return ImportedRows(
            time: time.finish(), open: open.finish(), high: high.finish(), low: low.finish(), close: close.finish(),
            volume: volume.finish(), filled: filled, lines: lines, layout: layout, doubts: doubts,
            isOrderAssumed: isOrderAssumed)
    }

    private static func describe(_ units: [(unit: TimeUnit?, line: Int)]) -> String {
        let names = units.prefix(4).map { $0.unit?.rawValue ?? "dates" }
        guard names.count > 1 else { return names.first == "dates" ? "times as dates" : "times in \(names.joined())" }
        return "times in " + zip(names, units).map { "\($0) from line \($1.line)" }.joined(separator: ", ")
    }
}
