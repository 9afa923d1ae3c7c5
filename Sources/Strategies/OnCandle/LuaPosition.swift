import Lua
import Simulation

/// What is held, as a script holds it: from its entry on until it is left.
final class LuaPosition: LuaObject {
    let position: Position
    private unowned let context: LuaContext

    init(_ position: Position, of context: LuaContext) {
        self.position = position
        self.context = context
    }

    static let luaType = LuaType(
        "position", "What is held now.",
        [
            field("side: string", "\"long\" or \"short\".") { position, _, call in call.return(position.side.rawValue)
            },
            field("units: number", "How many units, a positive number on both sides.") { position, _, call in
                call.return(position.units.magnitude)
            },
            field("entry_price: number", "What a unit was bought or sold for.") { position, _, call in
                call.return(position.entry.price)
            },
            field("entry_index: integer", "The candle of the entry, from 1.") { position, _, call in
                call.return(position.entry.index + 1)
            },
            field("candles: integer", "How many candles ago the entry was.") { position, now, call in
                call.return(now - position.entry.index)
            },
            .field("profit: number", "Money gained at the close, the entry's fee taken off.") {
                (held: LuaPosition, call) in
                let (_, close) = try held.now(call)
                return call.return(held.position.profit(at: close))
            },
            .operator(.text, gives: "string", "Side, units and price of the entry.") { call in
                let position = try call.object(1, as: LuaPosition.self).position
                let (units, price) = (position.units.magnitude, position.entry.price)
                return call.return("\(position.side.rawValue) \(NumberText.lua(units)) at \(NumberText.lua(price))")
            },
            LuaSeries.refusal(.newIndex, "a position is changed by orders: ctx:enter(side), ctx:exit()"),
        ])

    private static func field(
        _ name: String, _ summary: String,
        _ read: @escaping @Sendable (Position, _ now: Int, borrowing LuaCall) throws -> LuaResult
    ) -> LuaMember {
        .field(name, summary) { (held: LuaPosition, call) in
            try read(held.position, held.now(call).index, call)
        }
    }

    /// The candle now and its close, as long as this is what is held.
    private func now(_ call: borrowing LuaCall) throws -> (index: Int, close: Double) {
        guard let now = context.now, let close = context.run?.candles.close else {
            throw LuaArgumentFault(message: "a position is of use inside on_candle only")
        }
        guard context.position?.entry == position.entry else {
            throw LuaArgumentFault(
                message: "the position of candle \(position.entry.index + 1) was left; ctx.position is what is held now"
            )
        }
        return (now, close[now])
    }
}
