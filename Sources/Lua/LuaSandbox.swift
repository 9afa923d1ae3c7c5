import CLua

/// Which of Lua's own functions a script sees, and why the others are absent.
///
/// There are `table string math utf8 coroutine` and the base functions; no files, no clock, no bytecode, no debug library.
package struct LuaSandbox: Sendable {
    /// Names whose use is an error that gives the reason.
    package let absent: [Absent]

    package struct Absent: Sendable {
        package let name: String
        package let reason: String
        package let isLibrary: Bool
    }

    package static let strategy = LuaSandbox(absent: [
        Absent(name: "os", reason: "a backtest must not depend on the clock or the machine", isLibrary: true),
        Absent(name: "io", reason: "a backtest must not depend on files", isLibrary: true),
        Absent(name: "debug", reason: "it would reach around the limits", isLibrary: true),
        Absent(name: "package", reason: "modules come from the shelf, by require", isLibrary: true),
        Absent(name: "dofile", reason: "modules come from the shelf, by require", isLibrary: false),
        Absent(name: "loadfile", reason: "modules come from the shelf, by require", isLibrary: false),
    ])

    func install(_ L: OpaquePointer) {
        lua_checkstack(L, 20)
        clua_push_sandbox(L)
        for absent in absent {
            LuaStack.push(absent.name, L)
            clua_push_absent(L, absent.name, absent.reason, absent.isLibrary)
            lua_rawset(L, -3)
        }
        clua_pop(L, 1)
    }
}
