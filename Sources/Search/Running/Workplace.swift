/// What one worker is doing and what it has finished: written by the worker at each trial, read by the writer and by
/// whoever shows progress. The lock is its own, so it is nearly always free.
final class Workplace: Sendable {
    private struct State {
        var trial: Int?
        var began: UInt64 = 0
        var finished: [Trial] = []
    }

    private let state = Monitor(State())

    func begin(_ number: Int, at time: UInt64) {
        state.change {
            $0.trial = number
            $0.began = time
        }
    }

    func finish(_ trial: Trial) {
        state.change { $0.finished.append(trial) }
    }

    func rest() {
        state.change { $0.trial = nil }
    }

    /// What was finished since the last call.
    func takeFinished() -> [Trial] {
        state.change { state in
            defer { state.finished = [] }
            return state.finished
        }
    }

    /// The trial in work and since when; nil between trials.
    var current: (trial: Int, began: UInt64)? {
        state.change { state in state.trial.map { ($0, state.began) } }
    }
}
