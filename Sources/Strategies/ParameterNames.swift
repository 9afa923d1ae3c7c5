import Lua

/// The names that a strategy's `p` has: any other is a slip of the pen, and nil would hide it.
enum ParameterNames {
    /// Fills a metatable for tables of parameters.
    static func refuseOthers(_ names: [String], _ metatable: borrowing LuaTable) {
        metatable.set("__index") { stack in
            stack.push(
                LuaFunction("p", "p, name", "Refuses a name that no parameter has.") { call in
                    let name = call[2].string.map(LuaFault.printable) ?? "[\(call[2].shown)]"
                    throw LuaArgumentFault(message: "there is no parameter \(name); \(hint(name, names))")
                })
        }
        metatable.set("__metatable", false)
    }

    private static func hint(_ name: String, _ names: [String]) -> String {
        if names.isEmpty { return "the strategy has no space, which would name some" }
        return Spelling.nearest(to: name, in: names).map { "did you mean \($0)?" }
            ?? "the space has \(names.joined(separator: ", "))"
    }
}
