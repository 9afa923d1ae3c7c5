import CLua

/// The base functions that need the session: `print` and `require`.
enum LuaBase {
    static var library: LuaLibrary {
        LuaLibrary("", "What every script sees.", [print, require])
    }

    private static var print: LuaFunction {
        LuaFunction("print", "...", "Writes its arguments as a line.") { call in
            var line = ""
            for position in stride(from: 1, through: call.count, by: 1) {
                if position > 1 { line += "\t" }
                line += try call.text(position)
            }
            call.state.print(line)
            return call.noResult
        }
    }

    private static var require: LuaFunction {
        LuaFunction("require", "name: string", "What the module of that name on the shelf returns.") { call in
            try call.state.require(call)
        }
    }
}

extension LuaCall {
    /// The argument as `tostring` gives it.
    package func text(_ position: Int) throws -> String {
        if let string = self[position].string { return string }
        lua_checkstack(L, 8)
        lua_pushcclosure(L, clua_tostring, 0)
        lua_pushvalue(L, Int32(position))
        let status = clua_run(L, 1, 1)
        guard status == Int32(CLUA_OK) else { throw state.error(status, L) }
        defer { clua_pop(L, 1) }
        return LuaSlot(state: state, L: L, index: lua_gettop(L)).string ?? ""
    }
}

extension LuaState {
    /// Ends the output with one line when it is more than anybody reads.
    func print(_ line: String) {
        guard printed <= LuaLimits.outputSize else { return }
        printed += line.utf8.count + 1
        output(printed <= LuaLimits.outputSize ? line : "… more than 1 MiB was printed; the rest is left out")
    }

    /// Starts a new run: what it prints counts from zero, and modules are loaded anew.
    package func beginRun(seed: UInt64) {
        printed = 0
        modules = nil
        seedRandom(seed)
    }

    fileprivate func require(_ call: borrowing LuaCall) throws -> LuaResult {
        let name = try call.string(1)
        let L = call.L
        lua_checkstack(L, 12)
        if modules == nil {
            lua_createtable(L, 0, 4)
            modules = LuaReference(poppingFrom: L, of: self)
        }
        modules?.push(L)
        let cache = lua_gettop(L)
        LuaStack.push(name, L)
        if lua_rawget(L, cache) != LUA_TNIL {
            guard lua_type(L, -1) != LUA_TLIGHTUSERDATA else {
                throw call.fault("the module '\(name)' requires itself")
            }
            return call.results(1)
        }
        guard let script = try resolver(name) else { throw call.fault("there is no module '\(name)' on the shelf") }
        let chunk = try compile(script)
        LuaStack.push(name, L)
        lua_pushlightuserdata(L, nil)
        lua_rawset(L, cache)
        do {
            try run(chunk) { results in
                LuaStack.push(name, L)
                if results.count == 0 || results[1].isNil {
                    lua_pushboolean(L, 1)
                } else {
                    lua_pushvalue(L, results.base + 1)
                }
                lua_rawset(L, cache)
            }
        } catch {
            LuaStack.push(name, L)
            lua_pushnil(L)
            lua_rawset(L, cache)
            throw error
        }
        LuaStack.push(name, L)
        lua_rawget(L, cache)
        return call.results(1)
    }
}
