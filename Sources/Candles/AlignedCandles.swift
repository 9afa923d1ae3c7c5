/// Several markets of one timeframe on one clock: candle `i` of each starts at the same time.
package struct AlignedCandles: Sendable {
    /// Which times the clock has.
    package enum Times: String, CaseIterable, Sendable {
        /// Every time at which any market has a candle.
        case union
        /// Only the times at which all markets have one.
        case intersection
    }

    /// The start of each candle in milliseconds since 1970, UTC; strictly rising.
    package let time: Column<Int64>
    /// The markets in the order given, all with `time` as their times; a candle that a market lacks is NaN throughout.
    package let markets: [CandleSeries]
    /// For each market which candles it has.
    package let present: [Mask]

    package var count: Int { time.count }

    /// Fails with `contradiction` where the timeframes differ.
    package init(_ markets: [CandleSeries], times: Times) throws(CandleError) {
        if let first = markets.first, let other = markets.first(where: { $0.timeframe != first.timeframe }) {
            throw .contradiction(
                file: "\(other.symbol) \(other.timeframe)",
                what: "cannot stand beside \(first.symbol) \(first.timeframe)", expected: "one timeframe for all")
        }
        let clock = Clock(markets, times)
        let time = Column(clock.time, filler: 0)
        self.time = time
        present = clock.rows.map { rows in Mask(rows.map { $0 >= 0 }) }
        self.markets = zip(markets, clock.rows).map { market, rows in
            CandleSeries(
                symbol: market.symbol, timeframe: market.timeframe, time: time,
                open: market.open.picked(rows), high: market.high.picked(rows), low: market.low.picked(rows),
                close: market.close.picked(rows), volume: market.volume.picked(rows),
                filled: market.filled.map { filled in Mask(rows.map { $0 >= 0 && filled[$0] }) })
        }
    }
}

/// The times of a clock, and for each market the candle that stands at each of them; -1 where it has none.
private struct Clock {
    private(set) var time: [Int64] = []
    private(set) var rows: [[Int]]

    init(_ markets: [CandleSeries], _ times: AlignedCandles.Times) {
        rows = markets.map { _ in [] }
        var next = markets.map { _ in 0 }
        while true {
            var now = Int64.max
            var hasEnd = markets.isEmpty
            for (market, candles) in markets.enumerated() {
                if next[market] < candles.count { now = min(now, candles.time[next[market]]) } else { hasEnd = true }
            }
            // A market that has ended takes part in no further intersection.
            if now == .max || times == .intersection && hasEnd { return }
            var found = markets.map { _ in -1 }
            for (market, candles) in markets.enumerated()
            where next[market] < candles.count && candles.time[next[market]] == now {
                found[market] = next[market]
                next[market] += 1
            }
            if times == .intersection && found.contains(-1) { continue }
            time.append(now)
            for market in rows.indices { rows[market].append(found[market]) }
        }
    }
}

extension Series {
    /// The values of these rows, NaN for -1.
    fileprivate func picked(_ rows: [Int]) -> Series {
        let values = Column<Double>(count: rows.count, initial: .nan) { picked in
            for (index, row) in rows.enumerated() where row >= 0 { picked[index] = self[row] }
        }
        return Series(values, tick: tick)
    }
}
