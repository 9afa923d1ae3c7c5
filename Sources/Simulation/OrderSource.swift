/// What makes orders: columns of signals, or a function that is asked at each close.
///
/// It is the only door to the simulator, so fills, costs and equity are the same code for all members, and a strategy
/// written in two forms gives the same fills to the bit.
package protocol OrderSource {
    /// The order made at the close of candle `index`, after all that was filled in that candle.
    ///
    /// Called with rising indices, at most once a candle.
    mutating func order(at index: Int, holding position: Position?) -> Order?

    /// The first candle at or after `index` at whose close there may be an order while `side` is held; `Int.max` for
    /// none. Candles before it are not asked. Unless told otherwise: every candle.
    func nextDecision(from index: Int, holding side: Side?) -> Int

    /// Candles on which long and short entry came together when flat; neither was taken.
    var conflictingEntries: Int { get }
}

extension OrderSource {
    package func nextDecision(from index: Int, holding side: Side?) -> Int { index }
    package var conflictingEntries: Int { 0 }
}
