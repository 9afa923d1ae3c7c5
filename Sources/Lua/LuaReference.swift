import CLua

/// A function or table (or any value) that Swift keeps. It may outlive its interpreter, and is then of no use.
///
/// Swift functions that a script may call should not capture one: they would keep each other.
package final class LuaReference {
    private let place: Int32
    private let life: LuaLife

    init(poppingFrom L: OpaquePointer, of state: LuaState) {
        life = state.life
        place = luaL_ref(L, clua_registry_index())
    }

    deinit {
        if let L = life.L { luaL_unref(L, clua_registry_index(), place) }
    }

    func push(_ L: OpaquePointer) {
        precondition(life.L != nil, "the interpreter of this reference is closed")
        lua_rawgeti(L, clua_registry_index(), lua_Integer(place))
    }
}

/// Whether an interpreter still lives: its own handle, and that of its references.
final class LuaLife {
    var L: OpaquePointer?

    init(_ L: OpaquePointer) { self.L = L }
}
