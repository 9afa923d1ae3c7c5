/// Whose candle each row of a file of several symbols is.
struct RowSymbols: Sendable {
    private static let most = 10_000

    private var names: [[UInt8]] = []
    private var numbers: [[UInt8]: Int] = [:]
    /// The number of each row's symbol.
    private var rows: [Int32] = []
    private var last = 0

    init() {}

    /// The symbols as the file has them, in its order.
    var known: [String] { names.map { TextEncoding.name($0.filter { $0 != UInt8(ascii: "\"") && $0 != 32 }) } }

    /// Notes the symbol of the next row: the bytes of `field`.
    mutating func add(_ bytes: borrowing Span<UInt8>, _ field: Range<Int>) {
        let isLast =
            last < names.count && names[last].count == field.count
            && field.allSatisfy { names[last][$0 - field.lowerBound] == bytes[$0] }
        if !isLast {
            let name = field.map { bytes[$0] }
            if let number = numbers[name] {
                last = number
            } else {
                // More symbols than that are none: a column of another kind was taken for it.
                last = min(names.count, Self.most)
                if last < Self.most {
                    names.append(name)
                    numbers[name] = last
                }
            }
        }
        rows.append(Int32(last))
    }

    /// The name in the file of the symbol that is wanted, and the rows it has.
    func rows(of wanted: String) -> (name: String, rows: [Int])? {
        let folded = MarketName.folded(wanted)
        guard let number = known.firstIndex(where: { MarketName.folded($0) == folded }) else { return nil }
        return (known[number], rows.indices.filter { rows[$0] == number })
    }
}

extension ImportedRows {
    /// The rows of one symbol: the only one, or the one that `options` name.
    ///
    /// Fails with `unclear` where there are several and none of them is told.
    func ofOneSymbol(_ options: ImportOptions, source: String) throws(CandleError) -> ImportedRows {
        guard let symbols else { return self }
        let known = symbols.known
        guard known.count > 1 else {
            var rows = self
            rows.symbol = symbol ?? known.first.flatMap { $0.isEmpty ? nil : $0 }
            return rows
        }
        guard let wanted = options.symbol, let found = symbols.rows(of: wanted) else {
            let shown = known.prefix(8).joined(separator: ", ") + (known.count > 8 ? ", …" : "")
            throw .unclear(
                file: source, what: "holds \(CountText.text(known.count, "symbol")) (\(shown))", option: "--symbol")
        }
        var rows = picked(found.rows)
        rows.symbol = found.name
        rows.doubts.ofOthers = count - found.rows.count
        return rows
    }

    /// The rows with these numbers; all of them for nil.
    func picked(_ rows: [Int]?) -> ImportedRows {
        guard let rows else { return self }
        var picked = self
        picked.time = time.picked(rows)
        picked.open = open.picked(rows)
        picked.high = high.picked(rows)
        picked.low = low.picked(rows)
        picked.close = close.picked(rows)
        picked.volume = volume.picked(rows)
        picked.numbers = numbers.map { numbers in rows.map { numbers[$0] } } ?? rows
        return picked
    }

    /// Prices that stand in the file as whole numbers of a small part.
    mutating func divide(by scale: Double) {
        guard scale > 1 else { return }
        func divided(_ column: Column<Double>) -> Column<Double> {
            Column(count: column.count, initial: 0) { out in
                for index in 0..<column.count { out[index] = column[index] / scale }
            }
        }
        (open, high, low, close) = (divided(open), divided(high), divided(low), divided(close))
    }
}

extension Column {
    fileprivate func picked(_ rows: [Int]) -> Column {
        guard let first = rows.first else { return self }
        return Column(rows.lazy.map { self[$0] }, filler: self[first])
    }
}
