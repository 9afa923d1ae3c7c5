import Lua
import Simulation

/// `on_candle` as a source of orders.
struct ScriptOrders: OrderSource {
    typealias Failure = StrategyError

    let script: StrategyScript
    let context: LuaContext
    let cursor: LuaCursor
    let function: LuaReference
    /// The table `p`, the same at all candles.
    let parameters: LuaReference
    /// Receives each order and the line that made it.
    var note: ((OrderNote) -> Void)?

    mutating func order(at index: Int, holding account: AccountState) throws(StrategyError) -> Order? {
        try firstOrder(in: index..<index + 1, holding: account)?.order
    }

    mutating func firstOrder(
        in candles: Range<Int>, holding account: AccountState
    ) throws(StrategyError) -> (index: Int, order: Order)? {
        context.hold(account)
        let halted = try StrategyError.from(script) {
            try cursor.walk(candles, calling: function, parameters)
        }
        guard let index = halted, let order = context.take() else { return nil }
        note?(OrderNote(index: index, order: order.order, place: order.place))
        return (index, order.order)
    }
}

/// An order of `on_candle`, and where the script made it.
package struct OrderNote: Sendable {
    /// The candle at whose close it was made.
    package let index: Int
    package let order: Order
    /// `s.lua:12`
    package let place: String
}
