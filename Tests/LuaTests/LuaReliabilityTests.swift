import CLua
import Foundation
import Lua
import Synchronization
import Testing

/// Counts those alive.
final class Counted: LuaObject {
    static let alive = Atomic<Int>(0)
    static let luaType = LuaType("counted", "", [.method("fail", "", "Throws.") { (_: Counted, _) in throw Mishap() }])

    init() { Self.alive.add(1, ordering: .relaxed) }
    deinit { Self.alive.subtract(1, ordering: .relaxed) }
}

@Suite(.serialized)
struct LuaReliabilityTests {
    @Test func failingCallbacksLeakNothing() throws {
        Counted.alive.store(0, ordering: .relaxed)
        var lua: LuaState? = makeState()
        lua?.install(
            LuaLibrary(
                "t", "",
                [
                    LuaFunction("make", "", "") { call in call.return(Counted()) },
                    LuaFunction("fail", "", "") { call in
                        let held = Counted()
                        defer { withExtendedLifetime(held) {} }
                        throw Mishap()
                    },
                ]))
        let script = """
            local n = 0
            for i = 1, 100000 do
                local o = t.make()
                if not pcall(t.fail) then n = n + 1 end
                if not pcall(o.fail, o) then n = n + 1 end
            end
            return n
            """
        #expect(try lua?.text(script) == "200000")
        for _ in 0..<1000 { _ = lua?.fault("t.fail()") }
        lua = nil
        #expect(Counted.alive.load(ordering: .relaxed) == 0)
    }

    @Test func aClosedInterpreterLeavesNoWatch() {
        for _ in 0..<50 { _ = makeState() }
        // Others may run beside; all of ours are gone when no more are watched than tests run.
        #expect(clua_watched() < 50)
    }

    @Test func referencesMayOutliveTheirInterpreter() throws {
        var lua: LuaState? = makeState()
        let kept = try lua?.evaluate("return {}, print, lib.numbers(1)")
        lua = nil
        #expect(kept?.count == 3)
    }

    /// The n-th allocation of Lua code fails, for n = 1 until it runs through: no crash, no leak, the right reason.
    @Test func everyAllocationMayFail() throws {
        let script = """
            local n = lib.numbers(1, 2, 3) + 1
            local t = {n[1], n.count, #n, tostring(n), n:above(1)}
            pcall(lib.fail) pcall(lib.sma, 1) pcall(lib.call, error)
            for k, v in pairs({a = 1, b = 2, [print] = 3}) do t[#t + 1] = tostring(k) .. tostring(v) end
            table.sort(t, function(a, b) return tostring(a) < tostring(b) end)
            local co = coroutine.wrap(function(...) coroutine.yield(...) error('x') end)
            co(1, 2) pcall(co)
            t[#t + 1] = string.format('%s %d', {}, 3) .. ('abc'):gsub('b', '%0%0') .. ('x'):rep(100, ',')
            for w in ('a b c'):gmatch('%w') do t[#t + 1] = w end
            t[#t + 1] = load('return 1 + 1')()
            print(table.concat(t, ' '))
            local x <close> = setmetatable({}, {__close = function() t = nil end})
            return lib.call(function() return table.unpack({1, 2, 3}) end)
            """
        for once in [false, true] {
            var finished = false
            var n: UInt64 = 0
            while !finished, n < 5000 {
                n += 1
                let lua = makeState()
                let chunk = try lua.compile(LuaScript(name: "x.lua", text: script))
                lua.failAllocation(n, once: once)
                do {
                    try lua.run(chunk) { _ in }
                    finished = lua.allocationsUntilFailure > 0
                } catch {
                    #expect((error as? LuaError)?.limit == .memory, "allocation \(n): \(error)")
                }
                lua.failAllocation(0)
                #expect(try lua.text("return 1 + 1") == "2", "after allocation \(n)")
            }
            #expect(finished && n > 60, "\(n)")
        }
    }
}
