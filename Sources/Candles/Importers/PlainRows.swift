import CColumns

/// Lines of nothing but digits, points and separators, read many at a time; any other line is left to `CSVRowReader`.
struct PlainRows: Sendable {
    /// What each field is, as `columns_read_plain_rows` names it.
    private let kinds: [UInt8]
    private let separator: UInt8
    /// Whether the unit was told, so that the size of a number does not matter.
    private let isUnitTold: Bool

    /// nil where a column needs more than a number, or times are not counted since 1970.
    init?(_ layout: CSVLayout, unit: TimeUnit?) {
        guard layout.facts.midnight == nil else { return nil }
        var kinds: [UInt8] = []
        for column in layout.columns {
            guard let kind = Self.kind(of: column) else { return nil }
            kinds.append(UInt8(kind))
        }
        self.kinds = kinds
        separator = layout.separator
        isUnitTold = unit != nil
    }

    /// Reads rows whose times are counted in `unit`, moves `position` behind them, and says how many they were.
    func read(
        _ text: borrowing Span<UInt8>, _ position: inout Int, unit: TimeUnit, into rows: columns_rows
    ) -> Int {
        let (least, most) = Self.numbers(of: unit)
        let count = text.count
        return unsafe text.withUnsafeBufferPointer { text in
            unsafe kinds.withUnsafeBufferPointer { kinds in
                guard let text = text.baseAddress, let kinds = kinds.baseAddress else { return 0 }
                let layout = unsafe columns_layout(
                    kinds: kinds, count: self.kinds.count, separator: separator, least: isUnitTold ? 0 : least,
                    most: most, time_factor: unit == .seconds ? 1000 : 1,
                    time_divisor: unit == .microseconds ? 1000 : unit == .nanoseconds ? 1_000_000 : 1)
                return unsafe columns_read_plain_rows(text, &position, count, layout, rows)
            }
        }
    }

    /// The numbers that mean a time of candles in a unit, as `TimeUnit.likely` tells units apart.
    private static func numbers(of unit: TimeUnit) -> (least: Int64, most: Int64) {
        let end = TimeNumber.range.upperBound
        return switch unit {
        case .seconds: (0, end / 1000 - 1)
        case .milliseconds: (100_000_000_000, end - 1)
        case .microseconds: (100_000_000_000_000, end * 1000 - 1)
        case .nanoseconds: (100_000_000_000_000_000, .max)
        }
    }

    private static func kind(of column: ImportColumn) -> Int? {
        switch column {
        case .time: COLUMNS_TIME
        case .open: COLUMNS_OPEN
        case .high: COLUMNS_HIGH
        case .low: COLUMNS_LOW
        case .close: COLUMNS_CLOSE
        case .volume: COLUMNS_VOLUME
        case .ignored: COLUMNS_IGNORED
        case .clock, .symbol, .filled: nil
        }
    }
}
