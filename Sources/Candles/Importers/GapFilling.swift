extension CandleSeries {
    /// The most candles that are made up for one file: an error in a time must not fill a disk.
    private static let mostFilled = 20_000_000

    /// The series without the gaps that `check` found: candles at the close before them, without volume.
    ///
    /// Fails with `gaps` where more candles are missing than anybody wants to be made up.
    func filled(_ check: CandleCheck, file: String) throws(CandleError) -> (CandleSeries, [FilledGap]) {
        guard let first = check.gaps.first else { return (self, []) }
        guard check.missing <= Self.mostFilled else {
            throw .gaps(file: file, total: check.gaps.count, first: first.after, missing: check.missing)
        }
        var candles: [Candle] = []
        candles.reserveCapacity(count + check.missing)
        var gaps = check.gaps[...]
        var filled: [FilledGap] = []
        for index in 0..<count {
            let candle = self[index]
            candles.append(candle)
            guard let gap = gaps.first, gap.after == candle.time else { continue }
            gaps.removeFirst()
            var flat = candle
            (flat.open, flat.high, flat.low, flat.volume) = (candle.close, candle.close, candle.close, 0)
            let begin = candles.count
            flat.time = timeframe.start(after: candle.time)
            while flat.time < gap.before {
                candles.append(flat)
                flat.time = timeframe.start(after: flat.time)
            }
            guard candles.count > begin else { continue }
            filled.append(
                FilledGap(
                    first: candles[begin].time, last: candles[candles.count - 1].time, count: candles.count - begin))
        }
        return (CandleSeries(symbol: symbol, timeframe: timeframe, candles: candles, tick: close.tick), filled)
    }
}
