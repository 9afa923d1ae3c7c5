/// What is odd about candles: where some are missing, and which look impossible or unlikely.
package struct CandleCheck: Sendable, Equatable {
    /// Candles missing between two neighbors.
    package struct Gap: Sendable, Hashable {
        /// The last candle before it and the first after it.
        package let after: Int64
        package let before: Int64
        package let missing: Int
    }

    /// A candle whose close is far from the one before.
    package struct Jump: Sendable, Hashable {
        package let time: Int64
        /// The change of the close as a fraction.
        package let change: Double
    }

    package var gaps: [Gap] = []
    /// Starts of candles that are no whole multiple of the timeframe.
    package var offGrid: [Int64] = []
    /// How far behind the grid candles start, in milliseconds, where it is the same for all of them; else nil.
    package var offset: Int64?
    /// Candles that are not later than the one before them.
    package var outOfOrder: [Int64] = []
    /// Prices that are not finite or not above zero, a high below the low, or a negative volume.
    package var impossible: [Int64] = []
    /// An open or close above the high or below the low.
    package var outsideRange: [Int64] = []
    package var jumps: [Jump] = []
    package var withoutVolume = 0

    package var missing: Int { gaps.reduce(0) { $0 + $1.missing } }
    package var longestGap: Gap? { gaps.max { $0.missing < $1.missing } }

    /// Looks at every candle; `jump` is the change of the close, as a fraction, that counts as one.
    package init(_ candles: CandleSeries, jump: Double = 0.25) {
        let timeframe = candles.timeframe
        let (time, open, high) = (candles.time.span, candles.open.span, candles.high.span)
        let (low, close, volume) = (candles.low.span, candles.close.span, candles.volume.span)
        var isLastOnGrid = false
        if candles.count > 0 { offset = time[0] - timeframe.start(containing: time[0]) }
        for index in 0..<candles.count {
            let now = time[index]
            // Most candles follow their neighbor, and are on the grid where it is: no division is needed.
            let isNeighbor = index > 0 && timeframe.unit != .month && now - time[index - 1] == timeframe.milliseconds
            if !isNeighbor || !isLastOnGrid { isLastOnGrid = timeframe.isOnGrid(now) }
            if !isLastOnGrid { offGrid.append(now) }
            if let shift = offset, isLastOnGrid ? shift != 0 : timeframe.start(containing: now) + shift != now {
                offset = nil
            }
            let (bottom, top) = (low[index], high[index])
            let isPossible =
                bottom > 0 && top < .infinity && open[index] > 0 && open[index] < .infinity && close[index] > 0
                && close[index] < .infinity && bottom <= top && volume[index] >= 0 && volume[index] < .infinity
            if !isPossible {
                impossible.append(now)
            } else if max(open[index], close[index]) > top || min(open[index], close[index]) < bottom {
                outsideRange.append(now)
            }
            if volume[index] == 0 { withoutVolume += 1 }
            guard index > 0 else { continue }
            let before = time[index - 1]
            if now <= before {
                outOfOrder.append(now)
            } else if !isNeighbor {
                let steps = timeframe.steps(from: before, to: now)
                if steps > 1 { gaps.append(Gap(after: before, before: now, missing: steps - 1)) }
            }
            let change = close[index] / close[index - 1] - 1
            if change.magnitude > jump { jumps.append(Jump(time: now, change: change)) }
        }
    }
}
