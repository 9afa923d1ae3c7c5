/// What makes orders: columns of signals, or a function that is asked at each close.
///
/// It is the only door to the simulator, so fills, costs and equity are the same code for all members, and a strategy
/// written in two forms gives the same fills to the bit. Market orders come through it, one a close; orders that wait
/// at a price are to come through it, too.
package protocol OrderSource {
    /// Why a source cannot go on, a script's error: the simulation ends with it. `Never` unless told otherwise.
    associatedtype Failure: Error = Never

    /// The order made at the close of candle `index`, after all that was filled in that candle.
    ///
    /// Called with rising indices, once for each traded candle.
    mutating func order(at index: Int, holding account: AccountState) throws(Failure) -> Order?

    /// The first order made at the closes of `candles`, and at which; candles behind it are not asked.
    ///
    /// Nothing is filled in between, so all of them find the same account. A source that pays for each call may ask
    /// for all of them in one; unless told otherwise they are asked one after the other.
    mutating func firstOrder(
        in candles: Range<Int>, holding account: AccountState
    ) throws(Failure) -> (index: Int, order: Order)?

    /// Candles on which long and short entry came together when flat; neither was taken.
    var conflictingEntries: Int { get }
}

extension OrderSource {
    package mutating func firstOrder(
        in candles: Range<Int>, holding account: AccountState
    ) throws(Failure) -> (index: Int, order: Order)? {
        for index in candles {
            if let order = try order(at: index, holding: account) { return (index, order) }
        }
        return nil
    }

    package var conflictingEntries: Int { 0 }
}

/// What a source of orders may know of the account: what is held at a close.
package struct AccountState: Sendable {
    package let cash: Double
    /// Nil while nothing is held.
    package let position: Position?
}
