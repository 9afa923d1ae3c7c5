import Lua
import Testing

struct LuaSandboxTests {
    @Test(arguments: ["os", "io", "debug", "package"])
    func absentLibrariesSayWhy(name: String) throws {
        let error = try #require(makeState().fault("return \(name).anything"))
        #expect(error.description.hasPrefix("test.lua:1: \(name).anything is not available to strategies: "))
    }

    /// Each would reach out of the sandbox, or change what the next run sees.
    @Test(arguments: [
        "return loadfile('x')", "return dofile('x')", "return collectgarbage()", "return math.randomseed(1)",
        "string.rep = nil", "rawset(string, 'rep', nil)", "math.pi = 3", "rawset(lib, 'x', 1)", "table.insert(lib, 1)",
        "table.move({1, 2}, 1, 2, 1, lib)", "table.sort(lib)", "setmetatable(string, {})", "setmetatable(_G, {})",
        "getmetatable('').__index = nil", "setmetatable({}, {__gc = print})", "setmetatable({}, {__mode = 'k'})",
        "setmetatable({}, {__concat = print})", "rawset({}, '__gc', print)", "return ('x'):dump()",
        "return string.dump(print)", "return string.format('%p', {})", "local os = os; os.x = 1",
        "lib.numbers(1).x = 1",
        "getmetatable(lib.numbers(1)).__index = nil", "io.x = 1", "return coroutine.close(coroutine.running())",
    ])
    func theSandboxHasNoWayOut(script: String) throws {
        let lua = makeState()
        #expect(throws: LuaError.self) { try lua.evaluate(script) }
        #expect(
            try lua.text("return string.rep('x', 2), math.pi > 3.1, ('x'):upper(), lib.numbers(1)[1]")
                == "xx true X 1.0")
    }

    @Test(arguments: [
        ("return load('\\27Lua')", "nil"),
        ("return load(string.char(27) .. 'Lua', 'x', 'b')", "nil only text can be loaded"),
        ("return load('x = 1 return x')()", "1"),
        ("local e = {y = 5} return load('return y', 'c', 't', e)()", "5"),
        ("x = 7 return load('return x')()", "7"),
        ("return select('#', load(string.rep(' ', 300000)))", "2"),
        ("return getmetatable('')", "false"),
        ("return getmetatable(lib.numbers(1))", "false"),
        ("return getmetatable(_G), getmetatable(string)", "false false"),
    ])
    func loadingStaysInside(script: String, result: String) throws {
        let text = try makeState().text(script)
        #expect(text.hasPrefix(result))
    }

    @Test func hiddenEventsDoNothingWhenSetLater() throws {
        let script = """
            local mt = {}
            local t = setmetatable({}, mt)
            mt.__concat = function() return 'concat' end
            mt.__mode = 'k'
            mt.__gc = function() error('gc') end
            t[{}] = 1
            for i = 1, 1e5 do local x = {} end
            return next(t) ~= nil, pcall(function() return t .. 'x' end)
            """
        #expect(
            try makeState().text(script) == "true false test.lua:8: attempt to concatenate a table value (upvalue 't')")
    }

    @Test func theGlobalsOfARunAreNotSeenByTheNext() throws {
        let lua = makeState()
        let chunk = try lua.compile(LuaScript(name: "x.lua", text: "n = (n or 0) + 1 _G.m = n print = nil return n, m"))
        for _ in 0..<3 { #expect(try lua.run(chunk) { $0[1].integer } == 1) }
        #expect(try lua.text("return n, m, type(print)") == "nil nil function")
    }

    @Test func functionsOfAnEarlierRunKeepTheirGlobals() throws {
        let lua = makeState()
        let chunk = try lua.compile(LuaScript(name: "x.lua", text: "n = 0 return function() n = n + 1 return n end"))
        let first = try lua.run(chunk) { $0[1].reference() }
        _ = try lua.call(first)
        let second = try lua.run(chunk) { $0[1].reference() }
        #expect(try lua.call(first, { _ in }, { $0[1].integer }) == 2)
        #expect(try lua.call(second, { _ in }, { $0[1].integer }) == 1)
    }

    @Test func anEnvironmentThatStaysKeepsItsGlobals() throws {
        let lua = makeState()
        let session = lua.makeEnvironment()
        let set = try lua.compile(LuaScript(name: "1", text: "x = 5"))
        let get = try lua.compile(LuaScript(name: "2", text: "return x"))
        try lua.run(set, in: session) { _ in }
        #expect(try lua.run(get, in: session) { $0[1].integer } == 5)
        #expect(try lua.run(get) { $0[1].isNil })
    }

    @Test func printGoesToTheSessionAndEndsAtAMebibyte() throws {
        let lua = makeState()
        var lines: [String] = []
        lua.output = { lines.append($0) }
        _ = try lua.evaluate("print('a', 1, nil, {}, 2.0) print()")
        #expect(lines == ["a\t1\tnil\ttable\t2.0", ""])
        lua.beginRun(seed: 1)
        lines = []
        _ = try lua.evaluate("local s = string.rep('x', 1023) for i = 1, 5000 do print(s) end")
        #expect(lines.count == 1025)
        #expect(lines.last == "… more than 1 MiB was printed; the rest is left out")
    }

    @Test func modulesComeFromTheResolverOnceARun() throws {
        let lua = makeState()
        var asked: [String] = []
        lua.resolver = { name in
            asked.append(name)
            switch name {
            case "shared.regime": return LuaScript(name: "shared/regime.lua", text: "print('loaded') return {x = 1}")
            case "broken": return LuaScript(name: "broken.lua", text: "\n\nerror('oops')")
            case "self": return LuaScript(name: "self.lua", text: "return require 'self'")
            default: return nil
            }
        }
        #expect(try lua.text("return require('shared.regime') == require('shared.regime')") == "true")
        #expect(asked == ["shared.regime"])
        #expect(lua.fault("require 'broken'")?.description == "broken.lua:3: oops")
        #expect(
            lua.fault("require 'none'")?.description == "test.lua:1: require: there is no module 'none' on the shelf")
        #expect(lua.fault("require 'self'")?.description == "self.lua:1: require: the module 'self' requires itself")
    }
}
