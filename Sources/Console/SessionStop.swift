import Lua
import Synchronization

/// Ends whatever a session runs: a loop in Lua, a backtest, a search. From any thread, at any time.
///
/// A stop holds until `allow`, so one that comes a moment too early is not lost.
package final class SessionStop: Sendable {
    private struct State: Sendable {
        var isStopped = false
        var next = 0
        var running: [Int: @Sendable () -> Void] = [:]
    }

    private let lua: LuaStopHandle
    private let state = Mutex(State())

    init(_ lua: LuaStopHandle) {
        self.lua = lua
    }

    package func stop() {
        lua.stop()
        let running = state.withLock { state in
            state.isStopped = true
            return Array(state.running.values)
        }
        for stop in running { stop() }
    }

    /// Lets the next input run.
    package func allow() {
        state.withLock { $0.isStopped = false }
        lua.allow()
    }

    /// Runs `body`, which `stop` ends, at once where the wish was there before.
    func during<Result>(_ stop: @escaping @Sendable () -> Void, _ body: () throws -> Result) rethrows -> Result {
        let (id, isStopped) = state.withLock { state in
            state.next += 1
            state.running[state.next] = stop
            return (state.next, state.isStopped)
        }
        defer { state.withLock { $0.running[id] = nil } }
        if isStopped { stop() }
        return try body()
    }
}
