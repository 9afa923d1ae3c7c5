/// The names in the first line of a file, and some lines below it where names do not settle it.
struct CSVHeader {
    let names: [String]
    let sample: [[Substring]]
    /// What is traded, as far as an option or the name of the file says: tells the volume that is counted in it.
    let symbol: String?

    /// Whether the only times are those of ends.
    var isTimeEnd: Bool { firstPosition(of: HeaderWords.times) == nil && firstPosition(of: HeaderWords.ends) != nil }
    /// Whether the end of a candle stands beside its start.
    var hasBothTimes: Bool { firstPosition(of: HeaderWords.times) != nil && firstPosition(of: HeaderWords.ends) != nil }
    /// Whether this is MetaTrader's header, which alone counts changes of the price.
    var isMetaTrader: Bool { firstPosition(of: HeaderWords.tickVolumes) != nil }

    /// Fails with `malformed` where a column is missing, `unclear` where one is there twice.
    func columns(file: String, line: Int) throws(CandleError) -> [ImportColumn] {
        var columns = [ImportColumn](repeating: .ignored, count: names.count)
        var missing: [String] = []
        if let symbol = firstPosition(of: HeaderWords.symbols) { columns[symbol] = .symbol }
        if let filled = names.firstIndex(of: HeaderWords.filled) { columns[filled] = .filled }
        let times = firstPosition(of: HeaderWords.times) ?? firstPosition(of: HeaderWords.ends)
        if let time = times ?? (names.first == "" ? 0 : nil) {
            // A table of pandas has no name above its times.
            columns[time] = .time
        } else {
            missing.append("time")
        }
        // A day and its time side by side.
        if let day = firstPosition(of: HeaderWords.days), columns[day] == .time,
            let clock = firstPosition(of: HeaderWords.clocks)
        {
            columns[clock] = .clock
        }
        for (column, spellings) in HeaderWords.prices {
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
        for index in columns.indices where columns[index] != .ignored && !names[index].isEmpty {
            let count = names.count { $0 == names[index] }
            guard count == 1 else {
                throw .unclear(file: file, what: "has \(count) columns \(names[index])", option: "--columns")
            }
        }
        return columns
    }

    /// Whole names first, then what stands behind a point: R writes `AAPL.Open`.
    func firstPosition(of spellings: [String]) -> Int? {
        spellings.lazy.compactMap { names.firstIndex(of: $0) }.first
            ?? spellings.lazy.compactMap { word in names.firstIndex { $0.hasSuffix("." + word) } }.first
    }

    /// Fails with `unclear` where two columns may be meant.
    private func volume(file: String) throws(CandleError) -> Int? {
        let traded = firstPosition(of: HeaderWords.volumes)
        let ticks = firstPosition(of: HeaderWords.tickVolumes)
        // MetaTrader has both, and leaves the volume zero where a broker knows only how often the price changed.
        if let ticks, traded.map(isZero) ?? true { return ticks }
        if let traded { return traded }
        let likely = names.indices.filter { names[$0].hasPrefix("volume") }
        guard likely.count < 2 else {
            if let base = baseVolume(likely) { return base }
            throw .unclear(
                file: file,
                what: "has \(likely.count) volumes (\(likely.map { names[$0] }.joined(separator: ", ")))",
                option: "--columns")
        }
        return likely.first
    }

    /// Of two volumes such as `volume_btc` and `volume_usd` the one in what is traded.
    private func baseVolume(_ positions: [Int]) -> Int? {
        let units = positions.map { position in
            names[position].dropFirst("volume".count).filter { $0.isLetter || $0.isNumber || $0 == "_" }
                .trimmingPrefix("_")
        }
        guard units.count == 2, let quote = units.indices.first(where: { isQuote(units[$0], beside: units[1 - $0]) })
        else { return nil }
        return positions[1 - quote]
    }

    private func isQuote(_ unit: Substring, beside base: Substring) -> Bool {
        if HeaderWords.quotes.contains(String(unit)) { return true }
        let traded = sampleSymbol ?? symbol
        let letters = (traded ?? "").lowercased().filter(\.isLetter)
        return !unit.isEmpty && !base.isEmpty && letters.contains(base + unit)
    }

    private var sampleSymbol: String? {
        guard let position = firstPosition(of: HeaderWords.symbols), let row = sample.first,
            row.indices.contains(position)
        else { return nil }
        return String(row[position])
    }

    private func isZero(_ position: Int) -> Bool {
        sample.allSatisfy { $0.indices.contains(position) && DecimalNumber.parse($0[position]) == 0 }
    }
}
