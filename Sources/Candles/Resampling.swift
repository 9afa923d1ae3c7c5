extension CandleSeries {
    /// What becomes of a first and a last candle that the source does not fill.
    package enum PartialCandles: String, CaseIterable, Sendable {
        case drop, keep
    }

    /// The same market in a longer timeframe: first open, highest high, lowest low, last close, sum of volumes.
    ///
    /// UTC; weeks start on Monday, months on their first day. Candles missing inside are no reason to drop one. The
    /// first is partial when the source starts after it does, the last when the source ends before it does.
    /// Fails with `notLonger` where whole candles do not fill the longer ones.
    package func resampled(
        to longer: Timeframe, partial: PartialCandles = .drop
    ) throws(CandleError) -> CandleSeries {
        guard timeframe.divides(longer) else { throw .notLonger(from: timeframe, to: longer) }
        var joined: [Candle] = []
        var last: Candle?
        var end = Int64.min
        for index in 0..<count {
            let candle = self[index]
            if var open = last, candle.time < end {
                open.high = max(open.high, candle.high)
                open.low = min(open.low, candle.low)
                open.close = candle.close
                open.volume += candle.volume
                last = open
            } else {
                if let last { joined.append(last) }
                var first = candle
                first.time = longer.start(containing: candle.time)
                end = longer.start(after: first.time)
                last = first
            }
        }
        if let last { joined.append(last) }
        if partial == .drop {
            if let newest = joined.last, timeframe.start(after: time[count - 1]) < longer.start(after: newest.time) {
                joined.removeLast()
            }
            if let oldest = joined.first, time[0] > oldest.time { joined.removeFirst() }
        }
        return CandleSeries(symbol: symbol, timeframe: longer, candles: joined, tick: close.tick)
    }
}
