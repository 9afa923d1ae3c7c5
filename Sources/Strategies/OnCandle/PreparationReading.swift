import Candles
import Lua

/// Reads what `prepare` returned: columns by name.
struct PreparationReading {
    let script: StrategyScript
    let candles: Int

    func columns(_ slot: borrowing LuaSlot) throws -> [String: ContextColumn] {
        // A script may keep what it prepares in locals and return nothing.
        if slot.isNil { return [:] }
        var columns: [String: ContextColumn] = [:]
        let isTable: Void? = try slot.table { table in
            try table.forEach { key, value in
                guard let name = key.string else {
                    throw wrong("a table of columns by name", got: "one without a name at [\(key.shown)]")
                }
                guard !Self.taken.contains(name) else {
                    throw StrategyError.wrongValue(
                        script.place(of: ["prepare", name]), key: "a prepared column's name",
                        expected: "none that the context has itself", got: name)
                }
                columns[name] = try column(name, value)
            }
        }
        guard isTable != nil else { throw wrong("a table of columns by name, like { fast = series }", got: slot.shown) }
        return columns
    }

    private static let taken = Set(LuaContext.luaType.members.map(\.name))

    private func column(_ name: String, _ slot: borrowing LuaSlot) throws -> ContextColumn {
        if let series = slot.object(as: LuaSeries.self) {
            try script.check(series, at: ["prepare", name], key: "prepare's \(name)", candles: candles)
            return .series(series.series)
        }
        guard let mask = slot.object(as: LuaMask.self) else {
            throw StrategyError.wrongValue(
                script.place(of: ["prepare", name]), key: "prepare's \(name)", expected: "a series or a mask",
                got: slot.shown)
        }
        try script.check(mask, at: ["prepare", name], key: "prepare's \(name)", candles: candles)
        return .mask(mask.mask)
    }

    private func wrong(_ expected: String, got: String) -> StrategyError {
        .wrongValue(script.place(of: ["prepare"]), key: "what prepare returns", expected: expected, got: got)
    }
}
