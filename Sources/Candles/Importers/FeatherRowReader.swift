/// Reads batches of columns into rows; a row that is no candle becomes a fault, and reading goes on.
///
/// In place of a line its faults name the row, from 1, and in place of a place in the line the column.
struct FeatherRowReader: ~Copyable {
    /// More rows than this, and more than `mostRowsPerByte` of the file, are a file made to use up memory.
    private static let freeRows = 1 << 20
    private static let mostRowsPerByte = 32

    private let file: String
    private let plan: FeatherFile
    private let mostRows: Int
    /// For each wanted column where it stands in the file.
    private let places: [(column: ImportColumn, index: Int)]
    private let timeUnit: TimeUnit?
    private let keepsBad: Bool
    private var rows: RowBuilder
    private var rowCount = 0

    /// Fails with `malformed` where a column is missing, and `foreign` where one holds no numbers.
    init(_ plan: FeatherFile, source: SourceFile, options: ImportOptions) throws(CandleError) {
        file = source.name
        self.plan = plan
        timeUnit = options.timeUnit
        keepsBad = options.bad == .keep
        mostRows = max(Self.freeRows, source.byteCount * Self.mostRowsPerByte)
        let columns: [ImportColumn]
        if let told = options.columns { columns = told } else { columns = try plan.wantedColumns() }
        var places: [(column: ImportColumn, index: Int)] = []
        for (index, column) in columns.enumerated() where column != .ignored {
            guard plan.columns.indices.contains(index), column != .clock else {
                throw FeatherFile.broken(
                    file, "has \(CountText.text(plan.columns.count, "column")), none of them a \(column.rawValue)")
            }
            try Self.check(plan.columns[index].kind, isTime: column == .time, as: column, file: file)
            places.append((column, index))
        }
        self.places = places
        rows = RowBuilder(capacity: min(source.byteCount / 16 + 16, Self.freeRows))
    }

    /// Reads all rows of a batch.
    mutating func read(_ batch: FeatherBatch) throws(CandleError) {
        guard rowCount + batch.count <= mostRows else {
            throw FeatherFile.broken(file, "says it has more rows than a file of its size can have")
        }
        guard batch.count > 0 else { return }
        var columns: [FeatherValues] = []
        for place in places {
            let kind = plan.columns[place.index].kind
            guard let values = FeatherValues(batch, place.index, kind, timeUnit: timeUnit) else {
                throw FeatherFile.broken(file, "has a broken column \(place.column.rawValue)")
            }
            columns.append(values)
        }
        for index in 0..<batch.count { append(index, columns) }
        rowCount += batch.count
    }

    consuming func finish(bad: ImportOptions.Bad) throws(CandleError) -> ImportedRows {
        let names = places.map(\.column.rawValue).joined(separator: " ")
        let time = places.first { $0.column == .time }.map { plan.columns[$0.index].kind }
        let zone = time.flatMap { if case .time(_, let hasZone) = $0 { hasZone } else { nil } } ?? true
        return try rows.finish(
            file: file, layout: "columns \(names)" + (zone ? "" : ", no time zone: taken as UTC"),
            isOrderAssumed: false,
            bad: bad, nothing: "has columns and no candles")
    }

    private mutating func append(_ index: Int, _ columns: [FeatherValues]) {
        let line = rowCount + index + 1
        var row = ImportedRow()
        var unit: TimeUnit?
        for (place, values) in zip(places, columns) {
            guard values.isThere(index) else {
                return rows.addFault(line: line, column: place.index + 1, "\(place.column.rawValue) is missing")
            }
            if place.column == .time {
                guard let (time, counted) = values.time(index) else {
                    return rows.addFault(line: line, column: place.index + 1, "the time is no time")
                }
                (row.time, unit) = (time, counted)
            } else {
                let number = values.number(index)
                if number.isNaN {
                    let what = "\(place.column.rawValue) is not a number (NaN)"
                    return rows.addFault(line: line, column: place.index + 1, what)
                }
                row.set(place.column, to: number)
            }
        }
        if !row.isPossible {
            let (column, what) = row.fault
            let field = places.first { $0.column == column }.map { $0.index + 1 } ?? 1
            let isKept = keepsBad && row.isFinite
            rows.addFault(line: line, column: field, what, isCrossed: row.high < row.low, isKept: isKept)
            guard isKept else { return }
        }
        rows.append(row, line: line, unit: unit)
    }

    private static func check(
        _ kind: FeatherColumn.Kind, isTime: Bool, as column: ImportColumn, file: String
    ) throws(CandleError) {
        switch kind {
        case .integer: return
        case .time where isTime, .day where isTime: return
        case .real(let bits) where !isTime && bits >= 32: return
        case .other(let what): throw FeatherFile.broken(file, "has \(what) in its column \(column.rawValue)")
        case .time, .day: throw FeatherFile.broken(file, "has times in its column \(column.rawValue)")
        case .real(let bits):
            throw FeatherFile.broken(file, "has numbers of \(bits) bits in its column \(column.rawValue)")
        }
    }
}
