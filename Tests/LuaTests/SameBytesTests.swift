import Foundation
import Lua
import TestSupport
import Testing

/// A script gives the same bytes in every process and every interpreter, whatever it looks at.
@Suite struct SameBytesTests {
    /// All that could tell one interpreter from another.
    static let script = """
        local text = {}
        local function add(...)
            for i = 1, select("#", ...) do text[#text + 1] = tostring((select(i, ...))) end
        end
        local things = { {}, print, add, function() end, coroutine.create(print), coroutine.running(), string, _G, os }
        for i = 1, #things do
            add(things[i], string.format("%s|%10s", things[i], things[i]))
            add(pcall(error, things[i]))
            add(pcall(function() return things[i] .. "x" end))
            add(pcall(function() return things[i] + 1 end))
            add(pcall(function() return things[i].x.y end))
            add(pcall(function() return things[i] < things[i] end))
            add(pcall(string.rep, things[i]))
            add(pcall(setmetatable, {}, things[i]))
        end
        add(pcall(string.format, "%p", {}))
        add(pcall(function() for i = 1, {} do end end))
        add(pcall(load, "x = = 1"))
        add(load("return function() end")()) add(load(function() return nil end))
        -- orders
        local t = {}
        for i = 1, 300 do t["k" .. i * 7919 % 1009] = i end
        for i = 1, #things do t[things[i]] = i end
        for i = 1, 40 do t[i * 3] = i t[i + 0.5] = -i t[function() end] = i t[{}] = i end
        for k, v in pairs(t) do add(k, v) end
        for k in pairs(t) do if type(k) == "string" and #k == 4 then t[k] = nil end end
        local k, v = next(t)
        while k ~= nil do add(v) t[k] = nil k, v = next(t, k) end
        for k in pairs(string) do add(k) end
        for k in pairs(_G) do add(k) end
        -- borders of tables with holes
        local holes = {}
        for i = 1, 100 do holes[i * i % 101] = i add(#holes) end
        for i = 1, 50 do holes[i * 7 % 50] = nil add(#holes, rawlen(holes)) end
        -- orders that are none
        local list = {}
        for i = 1, 200 do list[i] = i * 37 % 101 end
        pcall(table.sort, list, function(a, b) return (a * b) % 7 < 3 end)
        add(table.concat(list, " "))
        pcall(table.sort, list, function() return true end)
        add(table.concat(list, " "))
        for i = 1, 50 do add(math.random(), math.random(1000), math.random(0)) end
        add(pcall(collectgarbage, "count"))
        add(pcall(function() return os.clock() end))
        add(0.1 + 0.2, 1e300 * 1e10, -(0 / 0) ~= 0, 2 ^ 53, 1 // 0.0, math.pi, string.format("%a %.17g", 0.1, 1 / 3))
        add(("%s"):rep(3), ("x"):byte(), utf8.char(228, 8364), #utf8.charpattern, string.pack("i4d", 7, 0.5):byte(1, -1))
        add(select(2, xpcall(error, function(e) return e end, things[1])))
        local co = coroutine.wrap(function() local c <close> = setmetatable({}, { __close = function(_, e) add(e) end }) error({}) end)
        add(pcall(co))
        return table.concat(text, "\\n")
        """

    @Test func fiftyProcessesGiveOneText() async throws {
        var texts: Set<[UInt8]> = []
        for _ in 0..<50 {
            let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
                let text = try makeState(seed: 42).text(SameBytesTests.script)
                FileHandle.standardOutput.write(Data("<<<\(text)>>>".utf8))
            }
            let bytes = result.standardOutputContent
            let begin = try #require(bytes.firstRange(of: Array("<<<".utf8)))
            let end = try #require(bytes.firstRange(of: Array(">>>".utf8)))
            texts.insert(Array(bytes[begin.upperBound..<end.lowerBound]))
        }
        #expect(texts.count == 1)
        let text = try #require(texts.first.map { String(decoding: $0, as: UTF8.self) })
        #expect(text.utf8.count > 10_000 && !text.contains("0x5") && !text.contains("0x7f"))
        #expect(try makeState(seed: 42).text(Self.script) == text)
    }

    /// What ran before in an interpreter, and how, is not seen by the next script.
    @Test func whatRanBeforeChangesNothing() async {
        let texts = await onWorkerThread {
            let fresh = (try? makeState(seed: 42).text(Self.script)) ?? "broken"
            let lua = makeState(limits: LuaLimits(memory: 64 << 20, time: .seconds(60)), seed: 1)
            var texts = [fresh]
            for script in HostileScript.all where script.ending == .fine || script.ending == .memory {
                _ = lua.fault(script.text)
                lua.beginRun(seed: 42)
                // Another name for the chunk would be another text.
                texts.append((try? lua.text(Self.script)) ?? "broken after \(script.name)")
            }
            return Set(texts)
        }
        #expect(texts.count == 1)
    }
}
