/// The order of four prices that no header names, from what the first candles look like.
///
/// The high is nowhere below another price and the low nowhere above; each open is near the close before it, which tells
/// these two apart. The whole file is held against the result afterwards.
enum ColumnOrder {
    private static let fewest = 5
    /// A high further above its low than this is no high: a volume may look like one.
    private static let widest = 1.5

    /// The columns in their order; nil where the values do not tell. `rows` are in time, oldest or newest first.
    static func found(in rows: [[Double]], isNewestFirst: Bool) -> [ImportColumn]? {
        guard rows.count >= fewest, rows.allSatisfy({ $0.count == 4 }) else { return nil }
        let columns = 0..<4
        let highs = columns.filter { column in rows.allSatisfy { $0[column] == $0.max() } }
        let lows = columns.filter { column in rows.allSatisfy { $0[column] == $0.min() } }
        guard highs.count == 1, lows.count == 1, highs[0] != lows[0],
            rows.allSatisfy({ $0[highs[0]] < $0[lows[0]] * widest })
        else { return nil }
        let others = columns.filter { $0 != highs[0] && $0 != lows[0] }
        func distance(open: Int, close: Int) -> Double {
            zip(rows, rows.dropFirst()).reduce(0) { sum, pair in
                let (before, after) = isNewestFirst ? (pair.1, pair.0) : (pair.0, pair.1)
                return sum + (after[open] - before[close]).magnitude
            }
        }
        let usual = distance(open: others[0], close: others[1])
        let reversed = distance(open: others[1], close: others[0])
        guard usual * 2 < reversed || reversed * 2 < usual else { return nil }
        let open = usual < reversed ? others[0] : others[1]
        return columns.map { column in
            column == highs[0] ? .high : column == lows[0] ? .low : column == open ? .open : .close
        }
    }
}
