/// One column of a feather file: its name and the kind of its values.
struct FeatherColumn {
    enum Kind: Sendable, Equatable {
        /// Times in this unit; without a zone they count as UTC.
        case time(TimeUnit, hasZone: Bool)
        /// Whole days since 1970.
        case day
        case integer(bits: Int, isSigned: Bool)
        case real(bits: Int)
        /// Text and whatever else no candle is made of.
        case other(String)
    }

    let name: String
    let kind: Kind
    /// How many pieces of memory it has in a batch.
    let partCount: Int

    /// Reads a field of the schema; fails with `foreign` where its memory is laid out in a way that is not read here.
    init(_ field: FlatTable, file: String) throws(CandleError) {
        name = field.text(0) ?? ""
        let type = field.table(3)
        let number = field.integer(2, missing: UInt8(0))
        let isIndexed = field.table(4) != nil
        let isNested = !(field.tables(5) ?? []).isEmpty
        guard !isNested, let (kind, parts) = Self.kind(number, type) else {
            throw FeatherFile.broken(
                file, "has a column of values in values or of an unknown kind")
        }
        // The memory of a column with a dictionary is that of its indices.
        self.kind = isIndexed ? .other("words of a dictionary") : kind
        partCount = isIndexed ? 2 : parts
    }

    /// By the numbers of Arrow's `Schema.fbs`.
    private static func kind(_ number: UInt8, _ type: FlatTable?) -> (Kind, partCount: Int)? {
        switch number {
        case 1: return (.other("nothing"), 0)
        case 2:
            let bits = Int(type?.integer(0, missing: Int32(0)) ?? 0)
            let isSigned = (type?.integer(1, missing: UInt8(0)) ?? 0) != 0
            return [8, 16, 32, 64].contains(bits) ? (.integer(bits: bits, isSigned: isSigned), 2) : nil
        case 3:
            let bits = [16, 32, 64]
            let precision = Int(type?.integer(0, missing: Int16(0)) ?? 0)
            return bits.indices.contains(precision) ? (.real(bits: bits[precision]), 2) : nil
        case 4, 5, 19, 20: return (.other("text"), 3)
        case 6: return (.other("yes and no"), 2)
        case 7, 9, 11, 15, 18: return (.other("a kind that is no number"), 2)
        case 8:
            let isDay = (type?.integer(0, missing: Int16(1)) ?? 1) == 0
            return (isDay ? .day : .time(.milliseconds, hasZone: false), 2)
        case 10:
            let units: [TimeUnit] = [.seconds, .milliseconds, .microseconds, .nanoseconds]
            let unit = Int(type?.integer(0, missing: Int16(0)) ?? 0)
            guard units.indices.contains(unit) else { return nil }
            return (.time(units[unit], hasZone: !(type?.text(1) ?? "").isEmpty), 2)
        default: return nil
        }
    }
}

extension FeatherFile {
    private static let words: [(ImportColumn, [String])] = [
        (.time, ["date", "time", "timestamp", "datetime", "open_time", "__index_level_0__"]),
        (.open, ["open"]), (.high, ["high"]), (.low, ["low"]), (.close, ["close"]), (.volume, ["volume"]),
    ]

    /// What each column holds by its name, small or capital; fails with `malformed` where one is missing.
    func wantedColumns() throws(CandleError) -> [ImportColumn] {
        let names = columns.map { $0.name.lowercased() }
        var wanted = [ImportColumn](repeating: .ignored, count: names.count)
        var missing: [String] = []
        for (column, spellings) in Self.words {
            if let place = spellings.lazy.compactMap({ names.firstIndex(of: $0) }).first {
                wanted[place] = column
            } else if column != .volume {
                missing.append(column.rawValue)
            }
        }
        guard missing.isEmpty else {
            throw .malformed(
                file: file, line: 1, column: 1, what: "has no column for \(missing.joined(separator: ", "))",
                expected: "columns date, open, high, low, close and volume, or --columns")
        }
        return wanted
    }
}
