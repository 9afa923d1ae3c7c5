/// Candles joined to longer ones, and which of those at the ends their source does not fill.
package struct JoinedCandles: Sendable {
    /// What becomes of a first and a last candle that the source does not fill.
    package enum Partial: String, CaseIterable, Sendable {
        case drop, mark
    }

    /// The longer candles; those that are partial only where they were to be marked.
    package let candles: CandleSeries
    package let partial: Partial
    /// The start of the first candle where the source starts later than that.
    package let partialFirst: Int64?
    /// The start of the last candle where the source ends earlier than that candle does; may be the first one.
    package let partialLast: Int64?

    /// Joins `shorter`: first open, highest high, lowest low, last close, sum of volumes.
    ///
    /// Days start at 00:00 UTC, weeks on Monday, months on their first day, all of them `offset` milliseconds later.
    /// Candles missing inside are no reason to drop one, and those that were filled in count for nothing beside others:
    /// only where all were filled in is the longer one, too. Fails with `notLonger` where whole candles do not fill the
    /// longer ones, `badOffset` where the offset cuts candles or is as long as a longer one.
    package init(
        _ shorter: CandleSeries, to longer: Timeframe, offset: Int64 = 0, partial: Partial = .drop
    ) throws(CandleError) {
        guard shorter.timeframe.divides(longer) else { throw .notLonger(from: shorter.timeframe, to: longer) }
        guard offset.magnitude < UInt64(longer.milliseconds), shorter.timeframe.fills(offset) else {
            throw .badOffset(from: shorter.timeframe, to: longer)
        }
        var joined = Self.joined(shorter, to: longer, offset: offset)
        let isFirstPartial = joined.first.map { shorter.time[0] > $0.candle.time } ?? false
        let isLastPartial =
            joined.last.map { last in
                shorter.timeframe.start(after: shorter.time[shorter.count - 1])
                    < longer.start(after: last.candle.time - offset) + offset
            } ?? false
        partialFirst = isFirstPartial ? joined.first?.candle.time : nil
        partialLast = isLastPartial ? joined.last?.candle.time : nil
        if partial == .drop {
            if isLastPartial { joined.removeLast() }
            if isFirstPartial, !joined.isEmpty { joined.removeFirst() }
        }
        self.partial = partial
        candles = CandleSeries(
            symbol: shorter.symbol, timeframe: longer, candles: joined.map(\.candle), tick: shorter.close.tick,
            filled: shorter.filled == nil ? nil : Mask(joined.map(\.isFilled)))
    }

    private static func joined(_ shorter: CandleSeries, to longer: Timeframe, offset: Int64) -> [LongerCandle] {
        var joined: [LongerCandle] = []
        var last: LongerCandle?
        var end = Int64.min
        for index in 0..<shorter.count {
            let candle = shorter[index]
            if var open = last, candle.time < end {
                open.join(candle, isFilled: shorter.isFilled(index))
                last = open
            } else {
                if let last { joined.append(last) }
                var first = candle
                first.time = longer.start(containing: candle.time - offset) + offset
                end = longer.start(after: first.time - offset) + offset
                last = LongerCandle(candle: first, isFilled: shorter.isFilled(index))
            }
        }
        if let last { joined.append(last) }
        return joined
    }

    /// What is said of partial candles, a line each; empty where all are whole.
    package var lines: [String] {
        let what = partial == .drop ? "was dropped" : "is partial"
        return [
            partialFirst.map { "the first candle, of \(TimeText.text($0)), \(what): its source starts later" },
            partialLast.map { "the last candle, of \(TimeText.text($0)), \(what): its source ends earlier" },
        ].compactMap { $0 }
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

extension CandleSeries {
    /// The same market in a longer timeframe, whole candles only; see `JoinedCandles`.
    package func resampled(to longer: Timeframe) throws(CandleError) -> CandleSeries {
        try JoinedCandles(self, to: longer).candles
    }
}

extension Timeframe {
    /// Whether whole candles of this length fill so many milliseconds.
    fileprivate func fills(_ span: Int64) -> Bool {
        span == 0 || unit != .month && unit != .week && span.isMultiple(of: milliseconds)
    }
}
