import Lua
import Testing

struct LuaErrorTests {
    @Test(arguments: [
        ("error('boom')", "test.lua:1: boom"),
        ("\n\nlocal x = nil\nreturn x.y", "test.lua:4: attempt to index a nil value (local 'x')"),
        ("error('no position', 0)", "test.lua:1: no position"),
        ("error({})", "test.lua:1: the error raised has no text: a table"),
        ("error()", "test.lua:1: the error raised has no text: nil"),
        ("error(nil)", "test.lua:1: the error raised has no text: nil"),
        ("error(12)", "test.lua:1: 12"),
        ("error(setmetatable({}, {__tostring = function() return 'as text' end}))", "test.lua:1: as text"),
        (
            "error(setmetatable({}, {__tostring = function() error('x', 0) end}))",
            "test.lua:1: the error raised has no text: x"
        ),
        ("error('bell \\7 and \\27[31m red')", "test.lua:1: bell \\u{7} and \\u{1b}[31m red"),
        ("return 1 < {}", "test.lua:1: attempt to compare number with table"),
        ("return lib.numbers(1) < lib.numbers(2)", "test.lua:1: attempt to compare two numbers values"),
        ("string.rep()", "test.lua:1: bad argument #1 to 'rep' (string expected, got no value)"),
        ("string.format('%d', 'x')", "test.lua:1: bad argument #2 to 'format' (number expected, got string)"),
        ("table.concat({1, {}, 3})", "test.lua:1: invalid value (at index 2) in table for 'concat'"),
        ("pcall(error) lib.call(function() error('inside') end)", "test.lua:1: inside"),
        ("coroutine.wrap(function() error('in a coroutine') end)()", "test.lua:1: in a coroutine"),
        ("x = = 1", "test.lua:1: unexpected symbol near '='"),
    ])
    func aFaultSaysWhereAndWhat(script: String, text: String) throws {
        #expect(makeState().fault(script)?.description == text)
    }

    @Test(arguments: [
        ("if true then", true), ("f(", true), ("return {", true), ("'abc", false), ("[[abc", true), ("x = = 1", false),
        ("end", false), ("for i = 1, 2 do print(i)", true), ("x = 1 +", true), ("--[[ open", true),
    ])
    func anIncompleteChunkIsTold(script: String, isIncomplete: Bool) throws {
        let error = try #require(makeState().fault(script))
        #expect(error.isIncomplete == isIncomplete)
    }

    @Test func aTracebackShowsLuaFramesInnermostFirst() throws {
        let script = "local function g()\n error('x') end\nlocal function f()\n g() end\nlib.call(f)"
        let error = try #require(makeState().fault(script))
        #expect(
            error.fault.traceback.first == "test.lua:2: in upvalue 'g'"
                || error.fault.traceback.first == "test.lua:2: in g")
        #expect(error.fault.traceback.count >= 2)
    }

    @Test func aLongMessageIsCut() throws {
        let error = try #require(makeState().fault("error(string.rep('x', 1e6))"))
        #expect(error.description.utf8.count <= 4096 + 20)
        #expect(error.description.hasSuffix("…"))
    }

    @Test func aScriptOverTheSizeLimitIsRefused() throws {
        let error = try #require(makeState().fault(String(repeating: " ", count: 300_000)))
        #expect(error.description == "test.lua: a script may hold 256 KiB of text")
    }

    @Test func bytecodeIsRefused() throws {
        #expect(makeState().fault("\u{1b}Lua")?.description.contains("binary") == true)
    }

    @Test(arguments: [
        ("return pcall(error, 'x')", "false x"),
        ("return pcall(function() return 1, 2 end)", "true 1 2"),
        ("return xpcall(function(a) return a end, print, 5)", "true 5"),
        ("return xpcall(function() error('a', 0) end, function(e) return e .. '!', 2 end)", "false a! 2"),
        ("return xpcall(error, function(e) error('again', 0) end, 'x')", "false again"),
        (
            "local co = coroutine.create(function(a) local b = coroutine.yield(a + 1) error(b, 0) end) "
                + "local _, x = coroutine.resume(co, 1) return x, coroutine.resume(co, 'end')", "2 false end"
        ),
        (
            "local f = coroutine.wrap(function() pcall(function() coroutine.yield(1) error('x') end) coroutine.yield(2) end) "
                + "return f(), f()", "1 2"
        ),
        (
            "local f = coroutine.wrap(function() return xpcall(function() coroutine.yield(1) error('x', 0) end, "
                + "function(e) return e .. '?' end) end) return f(), f()", "1 false x?"
        ),
        (
            "local co = coroutine.wrap(function() end) co() return pcall(co)",
            "false test.lua:1: cannot resume dead coroutine"
        ),
        ("return coroutine.resume(coroutine.running())", "false cannot resume non-suspended coroutine"),
        (
            "local co = coroutine.create(function() coroutine.yield() end) coroutine.resume(co) "
                + "return coroutine.close(co), coroutine.status(co)", "true dead"
        ),
        (
            "local co = coroutine.create(print) return coroutine.close(co), coroutine.resume(co)",
            "true false cannot resume dead coroutine"
        ),
        (
            "local co co = coroutine.create(function() return coroutine.resume(co) end) return coroutine.resume(co)",
            "true false cannot resume non-suspended coroutine"
        ),
    ])
    func protectedCallsAndCoroutinesWorkAsInLua(script: String, result: String) throws {
        #expect(try makeState().text(script) == result)
    }
}
