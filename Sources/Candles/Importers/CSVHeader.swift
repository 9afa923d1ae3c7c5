/// The names in the first line of a file, and some lines below it where names do not settle it.
struct CSVHeader {
    let names: [String]
    let sample: [[Substring]]

    private static let times = [
        "timestamp_ms", "timestamp", "unix", "unix_timestamp", "unix_time", "open_time", "opentime", "start_time", "ts",
        "datetime", "date_time", "date/time", "gmt_time", "time_utc", "datetime_utc", "date", "time",
    ]
    private static let prices: [(ImportColumn, [String])] = [
        (.open, ["open", "o", "open_price"]), (.high, ["high", "h", "high_price"]),
        (.low, ["low", "l", "low_price"]), (.close, ["close", "c", "close_price"]),
    ]

    func columns(file: String, line: Int) throws(CandleError) -> [ImportColumn] {
        var columns = [ImportColumn](repeating: .ignored, count: names.count)
        var missing: [String] = []
        if let time = firstPosition(of: Self.times) ?? (names.first == "" ? 0 : nil) {
            // A table of pandas has no name above its times.
            columns[time] = .time
        } else {
            missing.append("time")
        }
        // A day and its time side by side.
        if let day = names.firstIndex(of: "date"), columns[day] == .time, let clock = names.firstIndex(of: "time") {
            columns[clock] = .clock
        }
        for (column, spellings) in Self.prices {
            if let position = firstPosition(of: spellings) {
                columns[position] = column
            } else {
                missing.append(column.rawValue)
            }
        }
        guard missing.isEmpty else {
            throw .malformed(
                file: file, line: line, column: 1, what: "has no column for \(missing.joined(separator: ", "))",
                expected: "a header with time, open, high, low, close and volume, or --columns")
        }
        if let volume = try volume(file: file) { columns[volume] = .volume }
        return columns
    }

    private func firstPosition(of spellings: [String]) -> Int? {
        spellings.lazy.compactMap { names.firstIndex(of: $0) }.first
    }

    /// Fails with `unclear` where two columns may be meant.
    private func volume(file: String) throws(CandleError) -> Int? {
        let traded = firstPosition(of: ["volume", "vol", "v", "base_volume", "volume_base"])
        let ticks = firstPosition(of: ["tickvol", "tick_volume"])
        // MetaTrader has both, and leaves the volume zero where a broker knows only how often the price changed.
        if let ticks, traded.map(isZero) ?? true { return ticks }
        if let traded { return traded }
        let likely = names.indices.filter { names[$0].hasPrefix("volume") }
        guard likely.count < 2 else {
            throw .unclear(
                file: file,
                what: "has \(likely.count) volumes (\(likely.map { names[$0] }.joined(separator: ", ")))",
                option: "--columns")
        }
        return likely.first
    }

    private func isZero(_ position: Int) -> Bool {
        sample.allSatisfy { $0.indices.contains(position) && DecimalNumber.parse($0[position]) == 0 }
    }
}
