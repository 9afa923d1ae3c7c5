import Foundation
import Lua
import Testing

/// What no thread can stop, as a function of Swift's that does not return, ends a process that is there for one script.
struct LuaOverrunTests {
    private static func deaf() -> LuaLibrary {
        LuaLibrary(
            "deaf", "For these tests.",
            [
                LuaFunction("sleep", "seconds", "Hears nothing meanwhile.") { call in
                    Thread.sleep(forTimeInterval: try call.number(1))
                    return call.return(.nil)
                }
            ])
    }

    private static func state(_ time: Duration) -> LuaState {
        LuaState(.strategy, limits: LuaLimits(time: time), libraries: [deaf()])
    }

    @Test func aRunThatCannotBeStoppedAtItsLimitEndsTheProcessWithItsSentence() async throws {
        let result = try await #require(
            processExitsWith: .exitCode(75), observing: [\.standardErrorContent]
        ) {
            LuaLimits.endProcessOnOverrun("x.lua hangs\n", limit: 75, stopped: 130)
            _ = Self.state(.milliseconds(50)).fault("deaf.sleep(60)")
        }
        #expect(String(decoding: result.standardErrorContent, as: UTF8.self).contains("x.lua hangs\n"))
    }

    @Test func aRunThatDoesNotHearThatItIsStoppedEndsTheProcessSilently() async throws {
        let result = try await #require(
            processExitsWith: .exitCode(130), observing: [\.standardErrorContent]
        ) {
            LuaLimits.endProcessOnOverrun("x.lua hangs\n", limit: 75, stopped: 130)
            let lua = Self.state(.seconds(60))
            let stop = lua.stopHandle
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: 0.05)
                stop.stop()
            }
            _ = lua.fault("deaf.sleep(60)")
        }
        #expect(!String(decoding: result.standardErrorContent, as: UTF8.self).contains("x.lua hangs"))
    }

    @Test func aRunThatCanBeStoppedEndsAsEver() async {
        await #expect(processExitsWith: .success) {
            LuaLimits.endProcessOnOverrun("x.lua hangs\n", limit: 75, stopped: 130)
            let lua = Self.state(.milliseconds(50))
            precondition(lua.fault("while true do end")?.limit == .timeout)
            // Long after the first run was to end, another one works.
            precondition(lua.fault("deaf.sleep(0)") == nil)
            usleep(2_000_000)
            precondition(lua.fault("deaf.sleep(0)") == nil)
        }
    }

    @Test func withoutThatTheRunIsWaitedFor() async {
        await #expect(processExitsWith: .success) {
            precondition(Self.state(.milliseconds(50)).fault("deaf.sleep(2)")?.limit == .timeout)
        }
    }
}
