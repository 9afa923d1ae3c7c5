/// Stored candles and newly imported ones of the same market as one series.
///
/// A candle that somebody wrote takes the place of one that was filled in; those filled in after it stand at its close.
struct CandleMerge {
    let candles: CandleSeries
    /// How many candles only the import had, or had written where stored ones were filled in.
    let added: Int

    /// Fails with `disagreement` at the first time where both have a candle that somebody wrote and they differ.
    init(_ stored: CandleSeries, _ imported: CandleSeries, file: String) throws(CandleError) {
        var merged = MergedCandles(capacity: stored.count + imported.count)
        var (left, right, added) = (0, 0, 0)
        while left < stored.count || right < imported.count {
            if right == imported.count || left < stored.count && stored.time[left] < imported.time[right] {
                merged.append(stored, left)
                left += 1
                continue
            }
            if left == stored.count || imported.time[right] < stored.time[left] {
                merged.append(imported, right)
                added += 1
            } else {
                let (old, new) = (stored[left], imported[right])
                if stored.isFilled(left), !imported.isFilled(right) {
                    merged.append(imported, right)
                    added += 1
                } else if imported.isFilled(right) || old == new {
                    merged.append(stored, left)
                } else {
                    throw .disagreement(
                        file: file, market: "\(stored.symbol) \(stored.timeframe)", what: Self.difference(old, new))
                }
                left += 1
            }
            right += 1
        }
        self.added = added
        // The finer tick is the tick of both; without one on either side there is none.
        let ticks = [stored.close.tick, imported.close.tick].compactMap { $0 }
        candles = CandleSeries(
            symbol: stored.symbol, timeframe: stored.timeframe, candles: merged.candles,
            tick: ticks.count == 2 ? ticks.max { $0.decimals < $1.decimals } : nil, filled: merged.filled)
    }

    private static func difference(_ old: Candle, _ new: Candle) -> String {
        let fields: [(String, KeyPath<Candle, Double>)] = [
            ("open", \.open), ("high", \.high), ("low", \.low), ("close", \.close), ("volume", \.volume),
        ]
        let differing = fields.first { old[keyPath: $0.1] != new[keyPath: $0.1] } ?? fields[0]
        let (name, path) = differing
        return "\(name) at \(TimeText.text(old.time)) is \(DecimalNumber.text(new[keyPath: path])), "
            + "stored is \(DecimalNumber.text(old[keyPath: path]))"
    }
}

/// Candles one after another, and which of them were filled in.
private struct MergedCandles {
    private(set) var candles: [Candle] = []
    private var marks: [Int] = []

    init(capacity: Int) { candles.reserveCapacity(capacity) }

    var filled: Mask? {
        guard !marks.isEmpty else { return nil }
        return Mask(count: candles.count) { words in
            for row in marks { words[row / 64] |= 1 << (row % 64) }
        }
    }

    mutating func append(_ series: CandleSeries, _ row: Int) {
        guard series.isFilled(row), let last = candles.last else {
            if series.isFilled(row) { marks.append(candles.count) }
            return candles.append(series[row])
        }
        marks.append(candles.count)
        candles.append(last.flat(at: series.time[row]))
    }
}
