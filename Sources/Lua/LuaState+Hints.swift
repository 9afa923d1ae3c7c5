import CLua

extension LuaState {
    /// The fault with the name that was meant, where a global that there is not is near one that there is.
    func hinting(_ fault: LuaFault, _ L: OpaquePointer) -> LuaFault {
        guard let match = fault.message.wholeMatch(of: /attempt to .* \(global '(\w{3,})'\)/),
            let near = Spelling.nearest(to: String(match.output.1), in: globalNames(L))
        else { return fault }
        var fault = fault
        fault.message += "; did you mean \(near)?"
        return fault
    }

    /// What every environment reads through to: Lua's own and the libraries.
    private func globalNames(_ L: OpaquePointer) -> [String] {
        lua_checkstack(L, 8)
        clua_push_sandbox(L)
        defer { clua_pop(L, 1) }
        var names: [String] = []
        let sandbox = LuaSlot(state: self, L: L, index: lua_gettop(L))
        _ = sandbox.table { table in
            table.forEach { key, _ in
                if let name = key.string { names.append(name) }
            }
        }
        return names.sorted()
    }
}
