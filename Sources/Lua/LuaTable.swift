import CLua

/// A table on Lua's stack, valid during the call that lends it. Reads and writes are raw: no metamethod runs.
package struct LuaTable: ~Copyable {
    unowned(unsafe) let state: LuaState
    let L: OpaquePointer
    let index: Int32

    /// Not inlined for the sake of Swift 6.3.1: see `LuaResults`.
    @inline(never)
    init(state: LuaState, L: OpaquePointer, index: Int32) {
        self.state = state
        self.L = L
        self.index = index
    }

    /// The length as `#` gives it for a table without metamethod.
    package var count: Int { Int(lua_rawlen(L, index)) }

    /// Lends the value under a name (nil's slot when there is none).
    package func read<R>(_ key: String, _ body: (borrowing LuaSlot) throws -> R) rethrows -> R {
        lua_checkstack(L, 8)
        LuaStack.push(key, L)
        lua_rawget(L, index)
        defer { clua_pop(L, 1) }
        let slot = LuaSlot(state: state, L: L, index: lua_gettop(L))
        return try body(slot)
    }

    /// Lends the value at a position, from 1.
    package func read<R>(at position: Int, _ body: (borrowing LuaSlot) throws -> R) rethrows -> R {
        lua_rawgeti(L, index, lua_Integer(position))
        defer { clua_pop(L, 1) }
        let slot = LuaSlot(state: state, L: L, index: lua_gettop(L))
        return try body(slot)
    }

    /// Calls the function under a name with what `push` pushes and lends its results; nil when there is none.
    package func call<R>(
        _ key: String, _ push: (borrowing LuaStack) throws -> Void, _ body: (borrowing LuaResults) throws -> R
    ) throws -> R? {
        try read(key) { slot in
            guard slot.isFunction else { return nil }
            let place = slot.index
            return try state.perform(L, { lua_pushvalue($0, place) }, push, fresh: false, body)
        }
    }

    package func kind(_ key: String) -> LuaKind { read(key) { $0.kind } }
    package func boolean(_ key: String) -> Bool? { read(key) { $0.boolean } }
    package func number(_ key: String) -> Double? { read(key) { $0.number } }
    package func integer(_ key: String) -> Int? { read(key) { $0.integer } }
    package func string(_ key: String) -> String? { read(key) { $0.string } }
    package func object<T: LuaObject>(_ key: String, as type: T.Type = T.self) -> T? { read(key) { $0.object() } }
    package func value(_ key: String) -> LuaValue { read(key) { $0.value } }
    package func reference(_ key: String) -> LuaReference? { read(key) { $0.isNil ? nil : $0.reference() } }

    package func table<R>(_ key: String, _ body: (borrowing LuaTable) throws -> R) rethrows -> R? {
        try read(key) { try $0.table(body) }
    }

    /// Visits keys and values in the fixed order of `pairs`: numbers, strings by bytes, others by age.
    package func forEach(_ body: (_ key: borrowing LuaSlot, _ value: borrowing LuaSlot) throws -> Void) rethrows {
        lua_checkstack(L, Int32(CLUA_FEW) + 16)
        let base = lua_gettop(L)
        var areApart = false
        let count = clua_push_keys(L, index, &areApart)
        let keys = lua_gettop(L)
        defer { lua_settop(L, base) }
        for position in 1..<count + 1 {
            if areApart { lua_pushvalue(L, base + Int32(position)) } else { lua_rawgeti(L, keys, position) }
            lua_pushvalue(L, -1)
            lua_rawget(L, index)
            let key = LuaSlot(state: state, L: L, index: keys + 1)
            let value = LuaSlot(state: state, L: L, index: keys + 2)
            try body(key, value)
            lua_settop(L, keys)
        }
    }

    /// The names among the keys, by bytes.
    package var names: [String] {
        var names: [String] = []
        forEach { key, _ in if let name = key.string { names.append(name) } }
        return names
    }

    // MARK: Building

    package func set(_ key: String, _ value: LuaValue) { set(key) { $0.push(value) } }

    /// Stores what `push` pushes (one value) under a name.
    package func set(_ key: String, _ push: (borrowing LuaStack) -> Void) {
        LuaStack.push(key, L)
        let stack = LuaStack(state: state, L: L)
        push(stack)
        lua_rawset(L, index)
    }

    /// Gives it a metatable, which Swift keeps for many tables.
    package func setMetatable(_ metatable: LuaReference) {
        metatable.push(L)
        lua_setmetatable(L, index)
    }

    package func set(at position: Int, _ value: LuaValue) {
        let stack = LuaStack(state: state, L: L)
        stack.push(value)
        lua_rawseti(L, index, lua_Integer(position))
    }

    package func set(at position: Int, _ value: Double) {
        lua_pushnumber(L, value)
        lua_rawseti(L, index, lua_Integer(position))
    }
}
