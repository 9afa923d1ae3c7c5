import CLua
import Glibc

/// What a script may use up.
package struct LuaLimits: Sendable, Equatable {
    /// Bytes that the interpreter and the objects it holds may take together.
    package var memory: Int

    /// How long one call from Swift may run, with all it calls.
    package var time: Duration

    package init(memory: Int = 256 << 20, time: Duration = .seconds(60)) {
        self.memory = memory
        self.time = time
    }

    /// What a script may print in a run, in bytes.
    package static let outputSize = 1 << 20

    var nanoseconds: UInt64 {
        let (seconds, attoseconds) = time.components
        guard seconds >= 0, seconds < 1 << 32 else { return seconds < 0 ? 0 : .max }
        return UInt64(seconds) * 1_000_000_000 + UInt64(max(0, attoseconds) / 1_000_000_000)
    }
}

extension LuaLimits {
    /// For a process that is there for one script: what no thread can stop ends the process a second and a half after it
    /// was told to, with `sentence` on standard error and the exit code `limit`; silently with `stopped` where somebody
    /// stopped it.
    package static func endProcessOnOverrun(_ sentence: String, limit: Int32, stopped: Int32) {
        // Never freed: it may be needed at any time.
        clua_end_process_on_overrun(strdup(sentence), limit, stopped)
    }
}

/// Ends what runs in an interpreter, from any thread; a script cannot catch it.
///
/// A stop holds: later calls fail at once until `allow()`. It may outlive its interpreter.
package final class LuaStopHandle: Sendable {
    // The C part is made of atomics and counts its holders.
    private nonisolated(unsafe) let control: OpaquePointer

    init(_ L: OpaquePointer) {
        guard let control = clua_retain_switch(L) else { preconditionFailure("an interpreter has a switch") }
        self.control = control
    }

    deinit { clua_release_switch(control) }

    package func stop() { clua_stop(control) }
    package func allow() { clua_allow(control) }
    package var isStopped: Bool { clua_is_stopped(control) }
}
