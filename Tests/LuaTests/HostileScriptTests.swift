import Foundation
import Lua
import TestSupport
import Testing

/// Each script of `Scripts/hostile`, in an interpreter of its own: its reason, then a normal script in the same
/// interpreter, which finds its memory free.
@Suite(.serialized) struct HostileScriptTests {
    /// What a script may have here: little of what it uses up, much of the other.
    static func limits(_ script: HostileScript) -> LuaLimits {
        switch script.ending {
        case .timeout: LuaLimits(memory: 64 << 20, time: .milliseconds(200))
        case .hung: LuaLimits(memory: 64 << 20, time: .seconds(2))
        case .memory: LuaLimits(memory: 32 << 20, time: .seconds(60))
        default: LuaLimits(memory: 256 << 20, time: .seconds(60))
        }
    }

    /// What is wrong with how a script ended; nil where it ended as it says.
    static func complaint(_ script: HostileScript, in lua: LuaState) -> String? {
        var ended = ""
        var error: LuaError?
        do {
            ended = try lua.text(script.text, name: script.name + ".lua")
        } catch let thrown {
            error = thrown as? LuaError
            ended = "\(thrown)"
        }
        let isRight =
            switch script.ending {
            case .timeout: error?.limit == .timeout && ended.hasSuffix("did not end within 0.2 seconds")
            case .memory: error?.limit == .memory && ended.hasSuffix("MiB of memory it may have")
            case .depth: error?.limit == .depth && ended.contains("stack overflow")
            case .error, .refused: error != nil && error?.limit == nil
            case .fine: error == nil && ended == "fine"
            case .hung: false
            }
        guard isRight, script.words.map({ ended.contains($0) }) ?? true else { return "ended with \(ended)" }
        guard let error else { return nil }
        let place = error.fault.script.map { $0 == "\(script.name).lua" || $0.hasPrefix("[string ") } ?? false
        if !place || error.fault.line == nil { return "has no place in it: \(ended)" }
        if ended.utf8.count > 4200 { return "has a message of \(ended.utf8.count) bytes" }
        let isInert = ended.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t"
        }
        return isInert ? nil : "has control characters in its message"
    }

    /// A script as any other, which makes enough garbage for a collection; and how much more memory than before.
    static let normal = """
        local n, t = 0, {}
        for i = 1, 300000 do t = {i} n = n + t[1] end
        local words = {}
        for w in ("to be or not"):gmatch("%a+") do words[#words + 1] = w:upper() end
        local ok, e = pcall(error, "x", 0)
        return n, table.concat(words, " "), ok, e, spoiled, type(print), pcall(setmetatable, {}, {})
        """

    static func remains(in lua: LuaState, since base: Int) -> String? {
        lua.limit(to: .seconds(60))
        let text = (try? lua.text(normal)) ?? "broken"
        if text != "45000150000 TO BE OR NOT false x nil function true other" {
            return "leaves the interpreter broken: \(text)"
        }
        let more = lua.memoryInUse - base
        return more < 1 << 20 ? nil : "leaves \(more >> 10) KiB"
    }

    @Test(arguments: HostileScript.all.filter { $0.ending != .hung })
    func endsAsItSaysAndTheNextScriptIsAsEver(script: HostileScript) async {
        let complaints = await onWorkerThread {
            let lua = makeState(limits: Self.limits(script))
            let base = lua.memoryInUse
            return [Self.complaint(script, in: lua), Self.remains(in: lua, since: base)]
        }
        for complaint in complaints.compactMap(\.self) { Issue.record("\(script.name) \(complaint)") }
    }

    @Test func thereAreManyOfEachKind() {
        let kinds = Dictionary(grouping: HostileScript.all, by: \.ending).mapValues(\.count)
        #expect(HostileScript.all.count >= 200)
        for (kind, least) in [
            (HostileScript.Ending.timeout, 60), (.memory, 20), (.depth, 20), (.error, 40), (.refused, 20), (.fine, 8),
            (.hung, 2),
        ] { #expect(kinds[kind, default: 0] >= least, "\(kind)") }
    }

    /// All of them one after another in one process, which has as many threads afterwards as before.
    @Test func noThreadIsLeft() async {
        await #expect(processExitsWith: .success) {
            func threads() -> Int {
                (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) ?? -1
            }
            _ = await onWorkerThread { makeState().fault("return 1") == nil }
            usleep(200_000)
            let before = threads()
            for script in HostileScript.all where script.ending != .hung {
                _ = await onWorkerThread {
                    var limits = Self.limits(script)
                    if script.ending == .timeout { limits.time = .milliseconds(20) }
                    return makeState(limits: limits).fault(script.text) == nil
                }
            }
            for _ in 0..<100 where threads() > before { usleep(100_000) }
            precondition(before > 0 && threads() <= before)
        }
    }

    // MARK: What only the end of the process helps against

    private static func hang(_ name: String) {
        guard let script = HostileScript.all.first(where: { $0.name == name }) else { return }
        LuaLimits.endProcessOnOverrun("\(name) hangs\n", limit: 75, stopped: 130)
        _ = makeState(limits: limits(script)).fault(script.text)
    }

    @Test func collidingKeysEndTheirProcess() async {
        await #expect(processExitsWith: .exitCode(75)) { Self.hang("wall_colliding_keys") }
    }

    @Test func collidingKeysBehindACatchEndTheirProcess() async {
        await #expect(processExitsWith: .exitCode(75)) { Self.hang("wall_colliding_swallowed") }
    }
}
