import Foundation
import Processes
import Synchronization

/// The wish that the program stop: Ctrl-C, a request to terminate, a terminal that is closed. Ctrl-Z, too, which halts it.
///
/// The signals are blocked in all threads and taken by a thread of their own, so that they are seen at once when workers
/// fill every core, and so that what follows is ordinary code instead of a signal handler.
///
/// A child process inherits the blocked signals; whoever starts one clears its mask (`POSIX_SPAWN_SETSIGMASK`).
enum Interrupt {
    enum Cause: Int32, CaseIterable, Sendable {
        case keyboard = 2
        case termination = 15
        case hangup = 1

        /// As shells count: 130 for Ctrl-C.
        var exitCode: Int32 { 128 + rawValue }
    }

    /// Somebody who wants to stop in an orderly way, until `end` is called.
    struct Watch: Sendable {
        fileprivate let id: Int
        func end() { Interrupt.state.withLock { state in state.watchers.removeAll { $0.id == id } } }
    }

    private struct Watcher: Sendable {
        let id: Int
        let stop: @Sendable (Cause) -> Void
        var wasAsked = false
    }

    private struct State: Sendable {
        var isListening = false
        var nextID = 0
        var watchers: [Watcher] = []
        var restorations: [Int: @Sendable () -> Void] = [:]
    }

    private static let state = Mutex(State())

    /// Begins to listen. The first thing the program does: threads that exist already would still die of the signals.
    static func listen() {
        let isFirst = state.withLock { state in
            defer { state.isListening = true }
            return !state.isListening
        }
        guard isFirst else { return }
        TerminalModes.remember()
        let heeded = (Cause.allCases.map(\.rawValue) + [SIGTSTP]).filter { !isIgnored($0) }
        var signals = signalSet(heeded)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        let thread = Thread { wait(for: heeded) }
        thread.name = "interrupt"
        thread.start()
    }

    /// Asks for `stop` to be called, on a thread of its own, when the user wants an end. The newest watch is asked, once; a
    /// second wish ends the program at once, as does the first one where nobody watches.
    static func watch(_ stop: @escaping @Sendable (Cause) -> Void) -> Watch {
        state.withLock { state in
            state.nextID += 1
            state.watchers.append(Watcher(id: state.nextID, stop: stop))
            return Watch(id: state.nextID)
        }
    }

    /// Something to tidy before the program ends at once; short, and it must not wait. Gives an id to `forget`.
    static func beforeEnding(_ restore: @escaping @Sendable () -> Void) -> Int {
        state.withLock { state in
            state.nextID += 1
            state.restorations[state.nextID] = restore
            return state.nextID
        }
    }

    static func forget(_ id: Int) { state.withLock { $0.restorations[id] = nil } }

    private static func wait(for heeded: [Int32]) {
        var signals = signalSet(heeded)
        while true {
            var number: Int32 = 0
            guard unsafe sigwait(&signals, &number) == 0 else { continue }
            if let cause = Cause(rawValue: number) { heed(cause) } else { halt() }
        }
    }

    private static func heed(_ cause: Cause) {
        let stop: (@Sendable (Cause) -> Void)? = state.withLock { state in
            guard let last = state.watchers.indices.last, !state.watchers[last].wasAsked else { return nil }
            state.watchers[last].wasAsked = true
            return state.watchers[last].stop
        }
        guard let stop else { end(cause) }
        // Not here: a second signal must be seen even if this never comes back.
        Thread.detachNewThread { stop(cause) }
    }

    /// Ctrl-Z reaches this process, but not its children, which have groups of their own.
    private static func halt() {
        ChildProcess.signalAll(SIGTSTP)
        // To this thread, which comes back when somebody wants us to go on; by kill it could come back before.
        raise(SIGSTOP)
        ChildProcess.signalAll(SIGCONT)
    }

    private static func end(_ cause: Cause) -> Never {
        for restore in state.withLock({ Array($0.restorations.values) }) { restore() }
        TerminalModes.restore()
        _exit(cause.exitCode)
    }

    /// A program started with `nohup`, or in the background of a script, was told to ignore some.
    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        unsafe sigaction(signal, nil, &action)
        return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func signalSet(_ numbers: [Int32]) -> sigset_t {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in numbers { unsafe sigaddset(&signals, number) }
        return signals
    }
}

/// How the terminal was set when the program began, for an end in the middle of a line.
private enum TerminalModes {
    private static let modes = Mutex<termios?>(nil)

    static func remember() {
        var now = termios()
        if unsafe tcgetattr(STDIN_FILENO, &now) == 0 { modes.withLock { $0 = now } }
    }

    static func restore() {
        guard Terminal.isForeground(STDIN_FILENO), var before = modes.withLock({ $0 }) else { return }
        _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before)
    }
}
