import Candles

/// What the market did between any two candles: prefix sums of its returns and a range table of its closes.
///
/// Computed once for a slice of candles and shared by all workers. About 80 bytes a candle.
package struct MarketTables: Sendable {
    package let count: Int

    /// Whether each close is above 0: else a return may not exist, and holdings are walked.
    let areUsable: Bool

    /// Sums over the returns of all candles up to each, kept exact to the last bit, so that they do not drift.
    private let prefix: [ReturnMoments]
    private let range: RangeTable

    package init(_ candles: CandleSeries) {
        let close = candles.close.span
        count = close.count
        var (total, usable) = (ReturnMoments.Compensated(), true)
        var prefix: [ReturnMoments] = []
        prefix.reserveCapacity(close.count)
        for index in close.indices {
            usable = usable && close[index] > 0
            if index > 0 { total.add((close[index] - close[index - 1]) / close[index - 1]) }
            prefix.append(total.moments)
        }
        self.prefix = prefix
        areUsable = usable
        range = RangeTable(close)
    }

    /// Sums over the returns of the candles after `first` through `last`.
    func returns(after first: Int, through last: Int) -> ReturnMoments {
        prefix[last] - prefix[first]
    }

    /// Extremes of the closes of candles `first` through `last`.
    func extent(_ first: Int, _ last: Int, _ close: Span<Double>) -> RangeTable.Extent {
        range.extent(first, last, close)
    }
}
