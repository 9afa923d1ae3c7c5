/// Stored candles and newly imported ones of the same market as one series.
struct CandleMerge {
    let candles: CandleSeries
    /// How many candles only the import had.
    let added: Int

    /// Fails with `disagreement` at the first time where both have a candle and they differ.
    init(_ stored: CandleSeries, _ imported: CandleSeries, file: String) throws(CandleError) {
        var merged: [Candle] = []
        merged.reserveCapacity(stored.count + imported.count)
        var (left, right) = (0, 0)
        while left < stored.count || right < imported.count {
            if right == imported.count || left < stored.count && stored.time[left] < imported.time[right] {
                merged.append(stored[left])
                left += 1
            } else if left == stored.count || imported.time[right] < stored.time[left] {
                merged.append(imported[right])
                right += 1
            } else {
                let (old, new) = (stored[left], imported[right])
                guard old == new else {
                    throw .disagreement(
                        file: file, market: "\(stored.symbol) \(stored.timeframe)", what: Self.difference(old, new))
                }
                merged.append(old)
                left += 1
                right += 1
            }
        }
        added = merged.count - stored.count
        // The finer tick is the tick of both; without one on either side there is none.
        let ticks = [stored.close.tick, imported.close.tick].compactMap { $0 }
        candles = CandleSeries(
            symbol: stored.symbol, timeframe: stored.timeframe, candles: merged,
            tick: ticks.count == 2 ? ticks.max { $0.decimals < $1.decimals } : nil)
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
