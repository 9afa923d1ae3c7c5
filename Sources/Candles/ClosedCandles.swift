/// Longer candles as they are known at the close of each shorter candle they are made of.
///
/// A longer candle counts from the close of the shorter one with which it ends, never before; one that has not ended
/// where the shorter candles do is left out, and so is a first one that they do not fill.
package struct ClosedCandles: Sendable {
    /// The longer candles; their warm-up is those that start before the first shorter candle that is traded.
    package let candles: CandleSeries

    /// For each shorter candle the newest longer one that has closed by its close; -1 before the first.
    private let newest: Column<Int>

    /// Fails with `notLonger` where whole candles do not fill the longer ones.
    package init(of shorter: CandleSeries, in timeframe: Timeframe) throws(CandleError) {
        let joined = try shorter.resampled(to: timeframe)
        newest = Column(count: shorter.count, initial: -1) { newest in
            var closed = -1
            for index in newest.indices {
                let close = shorter.timeframe.start(after: shorter.time[index])
                while closed + 1 < joined.count, timeframe.start(after: joined.time[closed + 1]) <= close {
                    closed += 1
                }
                newest[index] = closed
            }
        }
        let traded = shorter.traded.first.map { shorter.time[$0] } ?? .max
        let warmup = (0..<joined.count).first { joined.time[$0] >= traded } ?? joined.count
        candles = joined.slice(0..<joined.count, warmup: warmup)
    }

    /// A column of the longer candles on the shorter ones: at each the value of the newest that has closed, NaN before
    /// the first.
    package func aligned(_ series: Series) -> Series {
        precondition(series.count == candles.count, "no column of the longer candles")
        let values = Column<Double>(count: newest.count, initial: .nan) { values in
            for index in values.indices where newest[index] >= 0 { values[index] = series[newest[index]] }
        }
        return Series(values, tick: series.tick)
    }

    /// A mask of the longer candles on the shorter ones: what the newest that has closed says, no before the first.
    package func aligned(_ mask: Mask) -> Mask {
        precondition(mask.count == candles.count, "no mask of the longer candles")
        return Mask(count: newest.count) { words in
            for index in 0..<newest.count where newest[index] >= 0 && mask[newest[index]] {
                words[index / 64] |= 1 << (index % 64)
            }
        }
    }
}
