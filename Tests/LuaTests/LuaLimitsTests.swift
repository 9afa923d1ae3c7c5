import Foundation
import Lua
import Testing

/// Runs `body` on a thread with the stack that workers have.
func onWorkerThread<R: Sendable>(_ body: @escaping @Sendable () -> R) async -> R {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: body()) }
        thread.stackSize = 8 << 20
        thread.start()
    }
}

/// How a script ended, in an interpreter of its own.
func outcome(of script: String, _ limits: LuaLimits) async -> (limit: LuaLimit?, text: String, next: String) {
    await onWorkerThread {
        let lua = makeState(limits: limits)
        let error = lua.fault(script)
        lua.limit(to: .seconds(60))
        // The next script finds the interpreter as new.
        let next = (try? lua.text("local n = 0 for i = 1, 1000 do n = n + i end return n")) ?? "broken"
        return (error?.limit, error?.description ?? "no error", next)
    }
}

struct LuaLimitsTests {
    /// Each ends only when it is stopped from outside.
    static let endless = [
        "while true do end",
        "for i = 1, math.huge do end",
        "local function f() return f() end f()",
        "pcall(function() while true do end end) return 1",
        "while true do pcall(function() while true do end end) end",
        "while true do pcall(error) end",
        "while true do pcall(string.rep) end",
        "xpcall(error, function() while true do end end)",
        "xpcall(function() while true do end end, function() while true do end end)",
        "while true do xpcall(error, error) end",
        "local co = coroutine.create(function() while true do end end) coroutine.resume(co) while true do end",
        "while true do coroutine.wrap(function() coroutine.yield() end)() end",
        "while true do local co = coroutine.create(function() error() end) coroutine.resume(co) coroutine.close(co) end",
        "local f = coroutine.wrap(function() while true do coroutine.yield() end end) while true do f() end",
        "local co = coroutine.wrap(function() pcall(function() while true do end end) end) while true do pcall(co) end",
        "local t <close> = setmetatable({}, {__close = function() while true do end end}) error('x')",
        "local t <close> = setmetatable({}, {__close = function() while true do end end}) while true do end",
        """
        local co = coroutine.create(function()
            local t <close> = setmetatable({}, {__close = function() while true do end end})
            coroutine.yield()
        end)
        coroutine.resume(co) coroutine.close(co)
        """,
        """
        local f = coroutine.wrap(function()
            local t <close> = setmetatable({}, {__close = function() while true do end end})
            error('x')
        end)
        f()
        """,
        "error(setmetatable({}, {__tostring = function() while true do end end}))",
        "local t = {} for i = 1, 1e5 do t[i] = i % 7 end table.sort(t, function() while true do end end)",
        "string.find(string.rep('a', 1e5), string.rep('a-', 100) .. 'b')",
        "string.match(string.rep('a', 40), string.rep('a?', 40) .. string.rep('a', 40) .. 'b')",
        "string.gsub(string.rep('a', 1e6), '.-b', 'x')",
        "for s in string.gmatch(string.rep('a', 1e5), '.-.-.-b') do end",
        "table.concat(setmetatable({}, {__len = function() return 1e15 end})) while true do end",
        "table.move({}, 1, 1e15, 2)",
        "local t = setmetatable({}, {__len = function() return 1e15 end}) table.insert(t, 1, 2) table.move(t, 1, 1e15, 2)",
        "while true do string.rep('', 1e15) end",
        "local t = setmetatable({}, {__index = function(t, i) return i end}) for i, v in ipairs(t) do end",
        "string.gsub(string.rep('x', 10), 'x', function() while true do end end)",
        "load(function() while true do end end)",
        "load(function() return ' ' end) while true do end",
        "lib.call(function() while true do end end)",
        "pcall(lib.call, function() pcall(lib.call, function() while true do end end) end) return 1",
        "for k in pairs(setmetatable({}, {__pairs = function() return function() return 1 end end})) do end",
        "local t = {} for i = 1, 3e4 do t['k' .. i] = i end while true do for k in pairs(t) do end end",
        "local s = string.rep('x', 2^24) while true do local t = s .. 'y' end",
        "goto a ::a:: goto a",
    ]

    @Test(arguments: endless)
    func whatDoesNotEndIsStopped(script: String) async {
        let (limit, text, next) = await outcome(of: script, LuaLimits(time: .milliseconds(60)))
        #expect(limit == .timeout, "\(text)")
        #expect(text.hasPrefix("test.lua:") && text.hasSuffix("did not end within 0.06 seconds"), "\(text)")
        #expect(next == "500500")
    }

    static let bombs = [
        "local t = {} while true do t[#t + 1] = {} end",
        "local s = 'x' while true do s = s .. s end",
        "local s = string.rep('x', 2^30)",
        "pcall(string.rep, 'x', 2^30) while true do end",
        "local t = {} while true do pcall(function() while true do t[#t + 1] = {} end end) end",
        "local t = {} for i = 1, 1e9 do t[i] = i end",
        "local t = {} while true do t[#t + 1] = coroutine.create(function() end) end",
        "local t = {} while true do t[#t + 1] = lib.numbers(1, 2, 3, 4, 5, 6, 7, 8) end",
        "local t = {} while true do t[#t + 1] = lib.column(100000) end",
        "local f = coroutine.wrap(function() local t = {} while true do t[#t + 1] = {} end end) f()",
        "local s = {} for i = 1, 1e6 do s[i] = string.rep('x', 1000) end return table.concat(s)",
        "local t = {} for i = 1, 5e5 do t[i] = i end return string.format(string.rep('%099d', 5e5), table.unpack(t))",
        "return (string.gsub(string.rep('x', 1e6), 'x', string.rep('y', 1000)))",
        "xpcall(string.rep, function() while true do end end, 'x', 2^30)",
        "local t = {} for i = 1, 1e9 do t['k' .. i] = i end",
    ]

    @Test(arguments: bombs)
    func whatTakesTooMuchMemoryIsEnded(script: String) async {
        let (limit, text, next) = await outcome(of: script, LuaLimits(memory: 32 << 20, time: .seconds(30)))
        #expect(limit == .memory, "\(text)")
        #expect(text.hasSuffix("needs more than the 32 MiB of memory it may have"), "\(text)")
        #expect(next == "500500")
    }

    @Test func garbageIsNotCountedForEver() throws {
        let lua = makeState(limits: LuaLimits(memory: 16 << 20))
        _ = try lua.evaluate(
            "for i = 1, 1e5 do local t = {i, i, i} end for i = 1, 1000 do local c = lib.column(1e5) end")
    }

    static let deep = [
        "local function f() return 1 + f() end return f()",
        "local t = {} for i = 1, 1e5 do t = setmetatable({}, {__index = t}) end return t.x",
        "local function f() return lib.call(f) end f()",
        "local function f() return string.gsub('x', 'x', f) end f()",
        "local function f() return coroutine.wrap(f)() end f()",
        "return load('return ' .. string.rep('(', 1e4) .. '1' .. string.rep(')', 1e4))()",
        "local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k] end return t.x",
        "local t = setmetatable({}, {__index = function(t, k) return t[k + 1] end}) while true do pcall(function() return t[1] end) end",
        "error(setmetatable({}, {__tostring = function(self) return tostring(self) end}))",
        "local function f() pcall(f) error('x') end f()",
        "local x = setmetatable({}, {__index = function(t, k) return k ~= 'z' and t or nil end}) "
            + "return assert(load('local x = ... return x' .. string.rep('.a', 120000) .. '.z.y'))(x)",
        "local function f() xpcall(f, f) error('x') end f()",
        """
        local function chain(n)
            local co
            co = coroutine.create(function()
                local x <close> = setmetatable({}, {__close = function() if n > 0 then coroutine.close(chain(n - 1)) end end})
                coroutine.yield()
            end)
            coroutine.resume(co)
            return co
        end
        coroutine.close(chain(20000))
        error('the chain ended')
        """,
    ]

    @Test(arguments: deep)
    func deepRecursionEndsInAnError(script: String) async {
        let (_, text, next) = await outcome(of: script, LuaLimits(memory: 128 << 20, time: .seconds(5)))
        #expect(text.contains(":"), "\(text)")
        #expect(next == "500500")
    }

    /// Caught or not, in Lua or in a coroutine: the same reason, and the place where the stack was full.
    @Test(arguments: [
        "return f()", "pcall(f) return 1", "xpcall(f, print) return 1",
        "coroutine.resume(coroutine.create(f)) return 1",
        "pcall(coroutine.wrap(f)) return 1", "while true do pcall(pcall, f) end",
    ])
    func recursionWithoutEndIsToldAsDepth(use: String) async {
        let error = await onWorkerThread {
            makeState().fault("local function f()\n return 1 + f()\nend\n" + use)
        }
        #expect(error?.limit == .depth)
        #expect(error?.description == "test.lua:2: stack overflow: calls go deeper than the stack can hold")
        #expect(error?.fault.traceback.first?.hasPrefix("test.lua:2: in ") == true)
    }

    @Test func outOfMemoryTellsItsPlace() async {
        let error = await onWorkerThread {
            makeState(limits: LuaLimits(memory: 16 << 20)).fault("local t = {}\nwhile true do\n t = { t, t }\nend")
        }
        #expect(error?.description == "test.lua:3: needs more than the 16 MiB of memory it may have")
        #expect(error?.fault.traceback == ["test.lua:3: in main chunk"])
    }

    @Test func aStopFromAnotherThreadEndsTheRunAndHoldsUntilAllowed() async throws {
        let text = await onWorkerThread {
            let lua = makeState()
            let handle = lua.stopHandle
            let thread = Thread {
                Thread.sleep(forTimeInterval: 0.05)
                handle.stop()
            }
            thread.start()
            let first = lua.fault("pcall(function() while true do end end)")?.limit
            let second = lua.fault("return 1")?.limit
            handle.allow()
            let third = (try? lua.text("return 1")) ?? "broken"
            return "\(first.map(\.rawValue) ?? "ended") \(second.map(\.rawValue) ?? "ended") \(third)"
        }
        #expect(text == "stopped stopped 1")
    }

    @Test func aHandleOutlivesItsInterpreter() {
        var lua: LuaState? = makeState()
        let handle = lua?.stopHandle
        lua = nil
        handle?.stop()
        #expect(handle?.isStopped == true)
    }

    @Test func callsTogetherShareOneTimeLimit() async {
        let limit = await onWorkerThread {
            let lua = makeState(limits: LuaLimits(time: .milliseconds(60)))
            do {
                let chunk = try lua.compile(LuaScript(name: "x.lua", text: "for i = 1, 1e5 do end"))
                try lua.together { while true { try lua.run(chunk) { _ in } } }
            } catch { return (error as? LuaError)?.limit }
            return nil
        }
        #expect(limit == .timeout)
    }

    @Test func manyInterpretersAreStoppedEachInItsTime() async {
        await withTaskGroup(of: LuaLimit?.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    await outcome(of: "while true do pcall(error) end", LuaLimits(time: .milliseconds(80))).limit
                }
            }
            for await limit in group { #expect(limit == .timeout) }
        }
    }
}
