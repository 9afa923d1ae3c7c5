import CLua

/// Where values are pushed for Lua: arguments, results, fields of a new table. Valid during the call that lends it.
package struct LuaStack: ~Copyable {
    unowned(unsafe) let state: LuaState
    let L: OpaquePointer

    /// Not inlined for the sake of Swift 6.3.1: see `LuaResults`.
    @inline(never)
    init(state: LuaState, L: OpaquePointer) {
        self.state = state
        self.L = L
    }

    /// Room for `count` more values; needed before pushing more than sixteen at a time.
    package func reserve(_ count: Int) { lua_checkstack(L, Int32(clamping: count + 8)) }

    package func pushNil() { lua_pushnil(L) }
    package func push(_ value: Bool) { lua_pushboolean(L, value ? 1 : 0) }
    package func push(_ value: Int) { lua_pushinteger(L, lua_Integer(value)) }
    package func push(_ value: Double) { lua_pushnumber(L, value) }
    package func push(_ value: String) { LuaStack.push(value, L) }
    package func push(_ value: LuaReference) { value.push(L) }

    @inlinable package func push<T: LuaObject>(_ object: T) {
        push(retained: Unmanaged.passRetained(object).toOpaque(), of: T.luaType, cost: object.memoryCost)
    }

    @usableFromInline func push(retained object: UnsafeMutableRawPointer, of type: LuaType, cost: Int) {
        type.push(object, cost: cost, L, state)
    }

    package func push(_ value: LuaValue) {
        lua_checkstack(L, 8)
        switch value {
        case .nil: pushNil()
        case .boolean(let value): push(value)
        case .integer(let value): push(value)
        case .number(let value): push(value)
        case .string(let value): push(value)
        case .table(let value), .function(let value), .other(let value): push(value)
        case .object(let object): pushAny(object)
        }
    }

    private func pushAny<T: LuaObject>(_ object: T) { push(object) }

    /// Pushes a new table that `fill` fills.
    package func pushTable(positions: Int = 0, names: Int = 0, _ fill: (borrowing LuaTable) throws -> Void) rethrows {
        lua_checkstack(L, 8)
        lua_createtable(L, Int32(clamping: positions), Int32(clamping: names))
        let table = LuaTable(state: state, L: L, index: lua_gettop(L))
        try fill(table)
    }

    package func push(_ values: [Double]) {
        pushTable(positions: values.count) { table in
            for (offset, value) in values.enumerated() { table.set(at: offset + 1, value) }
        }
    }

    package func push(_ function: LuaFunction) { function.push(L, state, library: nil) }

    static func push(_ text: String, _ L: OpaquePointer) {
        var text = text
        text.withUTF8 { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) { lua_pushlstring(L, $0.baseAddress, $0.count) }
        }
    }
}
