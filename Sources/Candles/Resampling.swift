extension CandleSeries {
    /// What becomes of a first and a last candle that the source does not fill.
    package enum PartialCandles: String, CaseIterable, Sendable {
        case drop, keep
    }

    /// The same market in a longer timeframe: first open, highest high, lowest low, last close, sum of volumes.
    ///
    /// UTC; weeks start on Monday, months on their first day. Candles missing inside are no reason to drop one, and
    /// those that were filled in count for nothing beside others: only where all were filled in is the longer one, too.
    /// The first is partial when the source starts after it does, the last when the source ends before it does.
    /// Fails with `notLonger` where whole candles do not fill the longer ones.
    package func resampled(
        to longer: Timeframe, partial: PartialCandles = .drop
    ) throws(CandleError) -> CandleSeries {
        guard timeframe.divides(longer) else { throw .notLonger(from: timeframe, to: longer) }
        var joined: [LongerCandle] = []
        var last: LongerCandle?
        var end = Int64.min
        for index in 0..<count {
            let candle = self[index]
            if var open = last, candle.time < end {
                open.join(candle, isFilled: isFilled(index))
                last = open
            } else {
                if let last { joined.append(last) }
                var first = candle
                first.time = longer.start(containing: candle.time)
                end = longer.start(after: first.time)
                last = LongerCandle(candle: first, isFilled: isFilled(index))
            }
        }
        if let last { joined.append(last) }
        if partial == .drop {
            if let newest = joined.last?.candle,
                timeframe.start(after: time[count - 1]) < longer.start(after: newest.time)
            {
                joined.removeLast()
            }
            if let oldest = joined.first?.candle, time[0] > oldest.time { joined.removeFirst() }
        }
        return CandleSeries(
            symbol: symbol, timeframe: longer, candles: joined.map(\.candle), tick: close.tick,
            filled: filled == nil ? nil : Mask(joined.map(\.isFilled)))
    }
}

/// A longer candle while shorter ones are joined to it.
struct LongerCandle {
    var candle: Candle
    /// Whether all of them were filled in.
    var isFilled: Bool

    mutating func join(_ next: Candle, isFilled nextIsFilled: Bool) {
        if nextIsFilled { return }
        if isFilled {
            let start = candle.time
            candle = next
            candle.time = start
            isFilled = false
        } else {
            candle.high = max(candle.high, next.high)
            candle.low = min(candle.low, next.low)
            candle.close = next.close
            candle.volume += next.volume
        }
    }
}
