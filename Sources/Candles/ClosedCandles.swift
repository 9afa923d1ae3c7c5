/// Longer candles as they are known at the close of each shorter candle they are made of.
///
/// A longer candle is known from the close of the shorter one with which it ends, at that candle already; where that one
/// is missing, from the close of the first behind its end. One that has not ended where the shorter candles do is left
/// out, and so is a first one that they do not fill.
package struct ClosedCandles: Sendable {
    /// The longer candles; their warm-up is those that start before the first shorter candle that is traded.
    package let candles: CandleSeries

    /// For each longer candle the shorter one at whose close it is known first; never falling.
    package let known: Column<Int>

    /// How many shorter candles there are, and how many a longer one may have.
    private let count: Int
    private let perCandle: Int

    /// Fails with `notLonger` where whole candles do not fill the longer ones.
    package init(of shorter: CandleSeries, in timeframe: Timeframe) throws(CandleError) {
        let joined = try shorter.resampled(to: timeframe)
        var index = 0
        let known = Column(count: joined.count, initial: 0) { known in
            for place in known.indices {
                let end = timeframe.start(after: joined.time[place])
                while shorter.timeframe.start(after: shorter.time[index]) < end { index += 1 }
                known[place] = index
            }
        }
        self.init(joined, known: known, of: shorter)
    }

    /// Of longer candles that were made of `shorter` before.
    package init(_ candles: CandleSeries, known: Column<Int>, of shorter: CandleSeries) {
        let traded = shorter.traded.first.map { shorter.time[$0] } ?? .max
        let warmup = (0..<candles.count).first { candles.time[$0] >= traded } ?? candles.count
        // The same columns, not slices of them: whoever keeps columns knows them by their identities.
        self.candles = CandleSeries(
            symbol: candles.symbol, timeframe: candles.timeframe, time: candles.time, open: candles.open,
            high: candles.high, low: candles.low, close: candles.close, volume: candles.volume, warmup: warmup,
            filled: candles.filled)
        self.known = known
        count = shorter.count
        perCandle = shorter.timeframe.mostCandles(in: candles.timeframe)
    }

    /// A column of the longer candles on the shorter ones: at each the value of the newest that has closed, NaN before
    /// the first.
    package func aligned(_ series: Series) -> Series {
        precondition(series.count == candles.count, "no column of the longer candles")
        let values = Column<Double>(count: count, initial: .nan) { values in
            for place in known.indices {
                let value = series[place]
                for index in stretch(of: place) { values[index] = value }
            }
        }
        return Series(values, tick: series.tick)
    }

    /// A mask of the longer candles on the shorter ones: what the newest that has closed says, no before the first.
    package func aligned(_ mask: Mask) -> Mask {
        precondition(mask.count == candles.count, "no mask of the longer candles")
        return Mask(count: count) { words in
            for place in known.indices where mask[place] {
                for index in stretch(of: place) { words[index / 64] |= 1 << (index % 64) }
            }
        }
    }

    /// How many leading shorter candles are at most without a value where the longer ones lack so many at their
    /// beginning: the shorter ones may begin right behind the start of a longer one, which is lost then.
    package func shorterCandles(lacking missing: Int) -> Int { (missing + 2) * perCandle - 2 }

    /// The shorter candles at which this longer one is the newest that is known.
    private func stretch(of place: Int) -> Range<Int> {
        known[place]..<(place + 1 < known.count ? known[place + 1] : count)
    }
}

extension Column {
    fileprivate var indices: Range<Int> { 0..<count }
}

extension Timeframe {
    /// How many candles of this length a longer one has, the longest month of 31 days.
    fileprivate func mostCandles(in longer: Timeframe) -> Int {
        if unit == .month { return longer.count / count }
        let length = longer.unit == .month ? Int64(longer.count) * 31 * Unit.day.milliseconds : longer.milliseconds
        return Int(length / milliseconds)
    }
}
