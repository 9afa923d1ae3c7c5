import Lua
import Simulation

extension LuaContext {
    /// Market orders, filled when the fill rule says.
    ///
    /// A close makes one: an entry leaves what is held on the other side by itself. What would change nothing (the same
    /// entry again, an exit from nothing) makes no order and gives nil.
    static let orders: [LuaMember] = [
        .method(
            "enter", "side: \"long\"|\"short\", options?: table -> order?",
            options: SignalLibrary.levelParameters(holding: "number"),
            "Orders to hold \"long\" or \"short\"; nil where that is held."
        ) { (context: LuaContext, call) in
            try context.refuseOutside(call)
            guard let side = call[2].string.flatMap(Side.init(rawValue:)) else {
                throw call.fault(2, "\"long\" or \"short\"")
            }
            let signals = try options(call)
            if let first = context.waiting {
                guard first.isExit, side != context.position?.side else { throw call.fault(first.conflict) }
            }
            guard side != context.position?.side else { return call.return(.nil) }
            return context.place(.enter(side, signals.sizing(at: 0), signals.protection(at: 0)), call)
        },
        .method("exit", "-> order?", "Orders to leave what is held; nil where nothing is.") {
            (context: LuaContext, call) in
            try context.refuseOutside(call)
            if let first = context.waiting, !first.isExit { throw call.fault(first.conflict) }
            guard context.position != nil else { return call.return(.nil) }
            return context.place(.exit(.exit), call)
        },
        .method("cancel", "", "Cancels the orders that wait.") { (context: LuaContext, call) in
            try context.refuseOutside(call)
            context.withdraw()
            return call.noResult
        },
        .field("orders: order[]", "The orders that wait, in a table.") { (context: LuaContext, call) in
            try context.refuseOutside(call)
            let waiting = context.waiting
            call.stack.pushTable { table in
                if let waiting { table.set(at: 1, .object(waiting)) }
            }
            return call.results(1)
        },
    ]

    static let optionNames = SignalLibrary.levels.map(\.name)

    private func place(_ order: Order, _ call: borrowing LuaCall) -> LuaResult {
        let order = LuaOrder(order, of: self, at: run?.notesPlaces ?? false ? call.place : "")
        place(order)
        return call.return(order)
    }

    /// The options of an entry: the keys of signals, and as there NaN means none (and no size).
    private static func options(_ call: borrowing LuaCall) throws -> Signals {
        var signals = Signals()
        guard !call.isNil(3) else { return signals }
        try call.table(3) { table in
            try table.forEach { key, value in
                let name = key.string ?? "[\(key.shown)]"
                guard let level = SignalLibrary.levels.first(where: { $0.name == name }) else {
                    throw call.fault(
                        "there is no option \(name)"
                            + (Spelling.nearest(to: name, in: optionNames).map { "; did you mean \($0)?" }
                                ?? "; there are \(optionNames.joined(separator: ", "))"))
                }
                guard let number = value.number, number.isNaN || level.accepts(number) else {
                    throw call.fault("\(name) must be \(level.requirement), got \(value.shown)")
                }
                level.store(.constant(number), &signals)
            }
        }
        return signals
    }
}
