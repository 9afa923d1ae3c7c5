import Console
import Dispatch
import Foundation
import Synchronization

/// Shows on standard error how far a search or an import has come, from a thread of its own.
///
/// On a terminal a few lines are drawn over themselves ten times a second and are gone at the end; elsewhere a line comes
/// after two seconds and then ever more seldom. The cursor is never hidden and no mode is changed, so there is nothing to
/// repair however the program ends.
final class LiveProgress: Sendable {
    private struct State {
        /// Widths of the lines that stand on the screen now.
        var drawn: [Int] = []
        var isFinished = false
        var cleanup: Int?
    }

    private let value: @Sendable () -> ProgressText.Value
    private let state = Mutex(State())
    private let finishing = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let descriptor = STDERR_FILENO

    /// Begins at once. `value` is called on another thread, up to ten times a second.
    init(isQuiet: Bool = false, value: @escaping @Sendable () -> ProgressText.Value) {
        self.value = value
        if isQuiet {
            ended.signal()
            return
        }
        let isLive = Terminal.isInteractive(descriptor)
        if isLive {
            let cleanup = Interrupt.beforeEnding { [weak self] in self?.clearNow() }
            state.withLock { $0.cleanup = cleanup }
        }
        let thread = Thread { [self] in
            if isLive { draw() } else { report() }
            ended.signal()
        }
        thread.name = "progress"
        thread.start()
    }

    /// Removes what is drawn; nothing appears after this returns. May be called again.
    func finish() {
        let cleanup: Int?? = state.withLock { state in
            if state.isFinished { return nil }
            state.isFinished = true
            return .some(state.cleanup)
        }
        guard let cleanup else { return }
        finishing.signal()
        ended.wait()
        if let cleanup { Interrupt.forget(cleanup) }
    }

    /// Writes a line that stays, above what is drawn.
    func note(_ line: String) {
        state.withLock { state in
            Terminal.write(erasing(&state) + line + "\n", to: descriptor)
        }
    }

    private func draw() {
        // Who is done within the blink of an eye shows no bar.
        var pause = DispatchTimeInterval.milliseconds(200)
        while finishing.wait(timeout: .now() + pause) == .timedOut {
            pause = .milliseconds(100)
            guard Terminal.isForeground(descriptor) else { continue }
            let now = value()
            let size = Terminal.size(descriptor)
            // The last column stays empty, since a terminal may or may not break a line there.
            func lines(_ style: TextStyle) -> [String] {
                ProgressText.lines(
                    now, width: max(1, size.columns - 1), height: max(1, size.rows - 1), style: style)
            }
            let text = lines(Terminal.style(descriptor)).map { $0 + "\u{1b}[K" }.joined(separator: "\n")
            let widths = lines(.plain).map(TextWidth.width)
            state.withLock { state in
                let start =
                    isReflowed(state, columns: size.columns) ? erasing(&state) : up(state, columns: size.columns)
                state.drawn = widths
                Terminal.write(start + text + "\u{1b}[J", to: descriptor)
            }
        }
        state.withLock { state in Terminal.write(erasing(&state), to: descriptor) }
    }

    private func report() {
        var wait = 2.0
        while finishing.wait(timeout: .now() + wait) == .timedOut {
            let now = value()
            state.withLock { _ in Terminal.write(ProgressText.line(now) + "\n", to: descriptor) }
            wait = min(300, max(2, now.elapsed / .seconds(1)))
        }
    }

    /// A terminal that was made narrower has broken the lines that no longer fit; then there are more of them to erase.
    private func isReflowed(_ state: State, columns: Int) -> Bool { state.drawn.contains { $0 > columns } }

    /// Goes to the beginning of the first line drawn.
    private func up(_ state: State, columns: Int) -> String {
        let rows = state.drawn.reduce(0) { $0 + max(1, ($1 + columns - 1) / columns) }
        return rows > 1 ? "\r\u{1b}[\(rows - 1)A" : "\r"
    }

    private func erasing(_ state: inout State) -> String {
        if state.drawn.isEmpty { return "" }
        defer { state.drawn = [] }
        return up(state, columns: Terminal.size(descriptor).columns) + "\u{1b}[J"
    }

    /// For an end at once: never waits for a drawing that may hang on a stopped terminal.
    private func clearNow() {
        _ = state.withLockIfAvailable { state in Terminal.write(erasing(&state), to: descriptor) }
    }
}
