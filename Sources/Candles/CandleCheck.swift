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
        for index in 0..<candles.count {
            let now = time[index]
            // Most candles follow their neighbor, and are on the grid where it is: no division is needed.
            let isNeighbor = index > 0 && timeframe.unit != .month && now - time[index - 1] == timeframe.milliseconds
            if !isNeighbor || !isLastOnGrid { isLastOnGrid = timeframe.isOnGrid(now) }
            if !isLastOnGrid { offGrid.append(now) }
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
        add(offGrid, "candle", "off the grid of the timeframe")
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
}
