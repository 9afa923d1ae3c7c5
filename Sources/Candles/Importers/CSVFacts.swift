/// What the first lines of a table tell beyond its columns.
struct CSVFacts: Sendable {
    var symbol: String?
    var timeframe: Timeframe?
    /// Whether times are starts or ends, and by what that is known.
    var timeIs: (is: ImportOptions.TimeIs, reason: String)?
    /// Why dates without a zone cannot be taken as UTC; nil where they can.
    var zoneQuestion: String?
    /// The day whose milliseconds are counted; nil for times that stand alone.
    var midnight: Int64?
    /// What prices are to be divided by.
    var priceScale = 1.0

    init() {}

    /// Of a table with a header.
    init(_ header: CSVHeader) {
        if header.isTimeEnd { timeIs = (.end, "by its header") }
        if header.hasBothTimes { timeIs = (.start, "by the close time beside it") }
        if header.isMetaTrader { zoneQuestion = "has the clock of a MetaTrader broker, which it does not name" }
        if let period = header.names.firstIndex(of: "per"), let row = header.sample.first,
            row.indices.contains(period)
        {
            timeframe = Self.period(row[period])
        }
    }

    /// Of a table without a header.
    init(sample: [[Substring]], columns: [ImportColumn], separator: UInt8, source: SourceFile) {
        guard let row = sample.first, let first = row.first else { return }
        if row.count > 6, let start = Int64(first), let end = Int64(row[6]), end > start,
            [1000, 60_000].contains(where: { (end &- start &+ 1).isMultiple(of: $0) })
        {
            timeIs = (.start, "by the close time beside it")
        }
        let digits = first.filter(\.isNumber)
        let prices = sample.flatMap { row in
            columns.indices.filter { [.open, .high, .low, .close].contains(columns[$0]) && $0 < row.count }
                .map { row[$0] }
        }
        let areWhole = prices.allSatisfy { Int64($0) ?? 0 >= 10_000 }
        if separator == UInt8(ascii: ";"), digits.count == 14, first.count == 15 {
            zoneQuestion = "has a clock that it does not name (HistData's is at -05:00, NinjaTrader's may differ)"
        } else if columns.contains(.clock) {
            zoneQuestion = "has a clock that it does not name (HistData's is at -05:00, MetaTrader's the broker's)"
        } else if sample.allSatisfy({ Int64($0.first ?? "").map { 0..<86_400_000 ~= $0 } ?? false }),
            let day = Self.day(in: source.name)
        {
            midnight = day
            timeframe = Self.steps(of: sample.compactMap { Int64($0.first ?? "") })
            zoneQuestion = "has the clock of an exchange, as LEAN writes it, which it does not name"
            if areWhole { priceScale = 10_000 }
        } else if first.count == 14, digits.count == 12, separator == UInt8(ascii: ","), areWhole {
            // The daily and hourly files of LEAN.
            priceScale = 10_000
        }
    }

    /// Stooq's `D`, `W`, `M` or minutes.
    private static func period(_ text: Substring) -> Timeframe? {
        switch text.uppercased() {
        case "D": return Timeframe(1, .day)
        case "W": return Timeframe(1, .week)
        case "M": return Timeframe(1, .month)
        default: return Int32(text).flatMap { Timeframe(milliseconds: Int64($0) * 60_000) }
        }
    }

    /// The day that the last number of eight digits in a path names, `20240102_btcusdt_minute_trade.csv`.
    private static func day(in path: String) -> Int64? {
        let numbers: [Substring] = path.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 8 }
        guard let number = numbers.last.flatMap({ Int($0) }) else { return nil }
        return TimeText.day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
            .map { $0 * TimeText.millisecondsPerDay }
    }

    private static func steps(of times: [Int64]) -> Timeframe? {
        Timeframe.mostCommon(in: Column(times, filler: 0))
    }
}
