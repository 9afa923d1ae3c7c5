import Lua
import Simulation

/// An order as a script holds it, from the close that made it on.
final class LuaOrder: LuaObject {
    let order: Order
    /// The line that made it, where that is noted.
    let place: String
    private unowned let context: LuaContext

    init(_ order: Order, of context: LuaContext, at place: String) {
        self.order = order
        self.context = context
        self.place = place
    }

    var isExit: Bool {
        if case .exit = order { true } else { false }
    }

    private var isWaiting: Bool { context.waiting === self }

    private var name: String {
        switch order {
        case .enter(let side, _, _): "\(side.rawValue) entry"
        case .exit: "exit"
        }
    }

    /// What is said to a second order that does not go with this one.
    var conflict: String {
        "an order was made at this close already (\(name)); make one order a close, or cancel the first with ctx:cancel()"
    }

    static let luaType = LuaType(
        "order", "An instruction made at a close, filled when the fill rule says.",
        [
            .method("cancel", "-> boolean", "Takes it back; gives false where it waits no more.") {
                (order: LuaOrder, call) in
                let waits = order.isWaiting
                if waits { order.context.withdraw() }
                return call.return(waits)
            },
            .field("kind: string", "\"entry\" or \"exit\".") { (order: LuaOrder, call) in
                call.return(order.isExit ? "exit" : "entry")
            },
            .field("side: string?", "The side of an entry: \"long\" or \"short\"; nil for an exit.") {
                (order: LuaOrder, call) in
                guard case .enter(let side, _, _) = order.order else { return call.return(.nil) }
                return call.return(side.rawValue)
            },
            .field("waiting: boolean", "Whether it is neither filled nor canceled.") { (order: LuaOrder, call) in
                call.return(order.isWaiting)
            },
            .operator(.text, gives: "string", "What it asks for.") { call in
                let order: LuaOrder = try call.object(1)
                return call.return(order.name + (order.isWaiting ? "" : ", waiting no more"))
            },
            LuaSeries.refusal(.newIndex, "an order never changes; cancel it and make another"),
        ])
}
