extension CandleCheck {
    /// The findings as people read them, a line a kind; empty where nothing is odd.
    package var lines: [String] { lines { _ in nil } }

    /// The same with the line of a file that a candle stands in, where that is known.
    func lines(lineOf: (Int64) -> Int?) -> [String] {
        var lines: [String] = []
        func place(_ time: Int64) -> String {
            TimeText.text(time) + (lineOf(time).map { " (line \($0))" } ?? "")
        }
        if let longest = longestGap {
            lines.append(
                "\(CountText.text(gaps.count, "gap")), \(CountText.text(missing, "candle")) missing, "
                    + "the longest \(CountText.text(longest.missing, "candle")) after \(place(longest.after))")
        }
        func add(_ times: [Int64], _ noun: String, _ rest: String) {
            guard let first = times.first else { return }
            lines.append("\(CountText.text(times.count, noun)) \(rest), the first at \(place(first))")
        }
        if let offset, offset > 0 {
            lines.append("all candles start \(Self.duration(offset)) behind the grid of the timeframe")
        } else {
            add(offGrid, "candle", "off the grid of the timeframe")
        }
        add(outOfOrder, "candle", "out of order")
        add(impossible, "candle", "impossible: a price not above zero, a high below the low, a negative volume")
        add(outsideRange, "candle", "with an open or close outside of low and high")
        if let first = jumps.first {
            let most = jumps.max { $0.change.magnitude < $1.change.magnitude } ?? first
            lines.append(
                "\(CountText.text(jumps.count, "jump")) of the close, the largest "
                    + "\(DecimalNumber.text((most.change * 100).rounded())) % at \(place(most.time))")
        }
        return lines
    }

    /// Where candles are missing: how many gaps of each length, then the longest `most` of them in the order of time.
    package func gapMap(most: Int) -> [String] {
        guard !gaps.isEmpty else { return [] }
        let counts = Dictionary(grouping: gaps, by: \.missing).mapValues(\.count)
        let lengths = counts.keys.sorted()
        let few = lengths.prefix(8).map { "\(CountText.text(counts[$0] ?? 0)) of \(CountText.text($0))" }
        let more = gaps.count { $0.missing > lengths[min(7, lengths.count - 1)] }
        let longest = gaps.sorted { ($1.missing, $0.after) < ($0.missing, $1.after) }.prefix(most)
        let places = longest.sorted { $0.after < $1.after }.map { gap in
            "\(CountText.text(gap.missing, "candle")) between \(TimeText.text(gap.after)) and \(TimeText.text(gap.before))"
        }
        let rest = gaps.count - places.count
        return [
            "gaps by missing candles: \(few.joined(separator: ", "))"
                + (more > 0 ? ", \(CountText.text(more)) of more" : "")
        ] + places.map { "  " + $0 } + (rest > 0 ? ["  and \(CountText.text(rest, "gap")) no longer than these"] : [])
    }

    /// `2 d 22 h`, `30 min`, `500 ms`.
    private static func duration(_ milliseconds: Int64) -> String {
        let units: [(String, Int64)] = [
            ("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1000), ("ms", 1),
        ]
        var rest = milliseconds
        return units.compactMap { name, length in
            let count = rest / length
            rest %= length
            return count > 0 ? "\(count) \(name)" : nil
        }.joined(separator: " ")
    }
}
