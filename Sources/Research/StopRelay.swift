import Synchronization

/// Passes a wish to stop, from any thread and at any time, to whatever runs now.
package final class StopRelay: Sendable {
    private struct State {
        var isStopped = false
        var stop: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    package init() {}

    package var isStopped: Bool { state.withLock { $0.isStopped } }

    package func stop() {
        let stop = state.withLock { state in
            state.isStopped = true
            return state.stop
        }
        stop?()
    }

    func attach(_ stop: @escaping @Sendable () -> Void) {
        let isStopped = state.withLock { state in
            state.stop = stop
            return state.isStopped
        }
        if isStopped { stop() }
    }

    func detach() {
        state.withLock { $0.stop = nil }
    }
}
