extension CandleSeries {
    /// The most candles that are made up for one file: an error in a time must not fill a disk.
    private static let mostFilled = 20_000_000

    /// The series without the gaps that `check` found: candles at the close before them, without volume, and marked.
    ///
    /// Fails with `gaps` where more candles are missing than anybody wants to be made up.
    func filled(_ check: CandleCheck, file: String) throws(CandleError) -> (CandleSeries, [FilledGap]) {
        guard let first = check.gaps.first else { return (self, []) }
        guard check.missing <= Self.mostFilled else {
            throw .gaps(file: file, total: check.gaps.count, first: first.after, missing: check.missing)
        }
        var candles: [Candle] = []
        var marks: [Bool] = []
        candles.reserveCapacity(count + check.missing)
        marks.reserveCapacity(count + check.missing)
        var gaps = check.gaps[...]
        var filled: [FilledGap] = []
        for index in 0..<count {
            let candle = self[index]
            candles.append(candle)
            marks.append(isFilled(index))
            guard let gap = gaps.first, gap.after == candle.time else { continue }
            gaps.removeFirst()
            let begin = candles.count
            var time = timeframe.start(after: candle.time)
            while time < gap.before {
                candles.append(candle.flat(at: time))
                marks.append(true)
                time = timeframe.start(after: time)
            }
            guard candles.count > begin else { continue }
            filled.append(
                FilledGap(
                    first: candles[begin].time, last: candles[candles.count - 1].time, count: candles.count - begin))
        }
        let series = CandleSeries(
            symbol: symbol, timeframe: timeframe, candles: candles, tick: close.tick, filled: Mask(marks))
        return (series, filled)
    }
}

extension Candle {
    /// The candle of a time in which nothing was traded after this one.
    func flat(at time: Int64) -> Candle {
        Candle(time: time, open: close, high: close, low: close, close: close, volume: 0)
    }
}
