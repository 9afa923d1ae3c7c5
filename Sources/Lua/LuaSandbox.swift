import CLua

/// Which of Lua's own functions a script sees, and why the others are absent.
///
/// There are `table string math utf8 coroutine` and the base functions; no files, no clock, no bytecode, no debug library.
package struct LuaSandbox: Sendable {
    /// Names whose use is an error that gives the reason.
    package let absent: [Absent]

    /// Whether `io` and `os` are there, for programs of the user's own.
    package let hasSystem: Bool

    package struct Absent: Sendable {
        package let name: String
        package let reason: String

        /// Of a library, its functions with reasons of their own; the rest of it has the library's.
        package let members: [(names: [String], reason: String)]?

        init(_ name: String, _ reason: String, members: [(names: [String], reason: String)]? = nil) {
            self.name = name
            self.reason = reason
            self.members = members
        }

        /// With words behind each reason.
        fileprivate func saying(_ words: String) -> Absent {
            Absent(name, reason + words, members: members?.map { ($0.names, $0.reason + words) })
        }
    }

    package static let strategy = LuaSandbox(absent: system + always, hasSystem: false)

    /// For programs: their user may trust them.
    package static let program = LuaSandbox(
        absent: system.map { $0.saying("; a program that you trust has it with --unsafe") } + always, hasSystem: false)

    /// For programs that the user trusts: `io` and `os` are Lua's own.
    package static let trusted = LuaSandbox(absent: always, hasSystem: true)

    private static let system = [
        Absent(
            "os", "a backtest must not depend on the clock or the machine",
            members: [
                (["clock", "date", "difftime", "time"], "a backtest must not depend on the clock"),
                (["getenv", "setlocale"], "a backtest must not depend on the machine"),
                (["execute", "exit", "remove", "rename", "tmpname"], "a strategy only computes"),
            ]),
        Absent(
            "io", "a backtest must not depend on files",
            members: [
                (
                    ["close", "input", "lines", "open", "output", "popen", "tmpfile", "type"],
                    "a backtest must not depend on files"
                ),
                (["read"], "a backtest must not depend on what somebody types"),
                (["write"], "print writes a line"),
            ]),
    ]

    private static let always = [
        Absent(
            "debug", "it would reach around the limits",
            members: [(["traceback"], "an error tells its traceback without it")]),
        Absent(
            "package", "modules come from the shelf, by require",
            members: [(["loadlib"], "a script loads no libraries of the machine")]),
        // How much is in use depends on what the worker ran before.
        Absent("collectgarbage", "memory is looked after"),
        Absent("dofile", "modules come from the shelf, by require"),
        Absent("loadfile", "modules come from the shelf, by require"),
    ]

    func install(_ L: OpaquePointer) {
        lua_checkstack(L, 20)
        clua_push_sandbox(L)
        for absent in absent {
            LuaStack.push(absent.name, L)
            clua_push_absent(L, absent.name, absent.reason, absent.members != nil)
            for (names, reason) in absent.members ?? [] {
                for name in names {
                    LuaStack.push(name, L)
                    clua_push_absent(L, "\(absent.name).\(name)", reason, false)
                    lua_rawset(L, -3)
                }
            }
            lua_rawset(L, -3)
        }
        clua_pop(L, 1)
        guard hasSystem else { return }
        lua_pushcclosure(L, clua_open_system, 0)
        let status = clua_run(L, 0, 0)
        precondition(status == Int32(CLUA_OK), "there is no memory for an interpreter")
    }
}
