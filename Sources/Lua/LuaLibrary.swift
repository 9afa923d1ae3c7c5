import CLua

/// A named table of functions with their help; read-only to scripts.
package struct LuaLibrary {
    /// The global that holds it (`ta`), or "" for functions that are globals themselves.
    package let name: String
    package let summary: String
    package let functions: [LuaFunction]

    package init(_ name: String, _ summary: String, _ functions: [LuaFunction]) {
        self.name = name
        self.summary = summary
        self.functions = functions
    }

    /// Stores the library in the table on top.
    func install(_ L: OpaquePointer, _ state: LuaState) {
        lua_checkstack(L, 20)
        let sandbox = lua_gettop(L)
        guard !name.isEmpty else {
            for function in functions {
                LuaStack.push(function.name, L)
                function.push(L, state, library: nil)
                lua_rawset(L, sandbox)
            }
            return
        }
        LuaStack.push(name, L)
        lua_createtable(L, 0, Int32(clamping: functions.count))
        for function in functions {
            LuaStack.push(function.name, L)
            function.push(L, state, library: name)
            lua_rawset(L, sandbox + 2)
        }
        addSuggestions(L, state, table: sandbox + 2)
        clua_seal(L, name)
        lua_rawset(L, sandbox)
    }

    /// An unknown name in the library is an error that offers the nearest one.
    private func addSuggestions(_ L: OpaquePointer, _ state: LuaState, table: Int32) {
        let name = name
        let names = functions.map(\.name)
        lua_createtable(L, 0, 1)
        LuaStack.push("__index", L)
        LuaCallee(name: name, parameters: [], state: state) { call in
            guard let key = call[2].string else { return call.return(.nil) }
            let near = Spelling.nearest(to: key, in: names).map { "; did you mean \(name).\($0)?" } ?? ""
            throw LuaArgumentFault(message: "there is no \(name).\(LuaFault.printable(key))\(near)")
        }.push(L)
        lua_rawset(L, table + 1)
        lua_setmetatable(L, table)
    }
}
