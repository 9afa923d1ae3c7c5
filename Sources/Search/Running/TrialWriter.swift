/// Hands finished trials to the sink, on a thread that does nothing else, so that storing never waits for workers.
///
/// At least every 100 ms or 256 trials; in the order of their numbers within a call.
final class TrialWriter: Sendable {
    private static let interval: UInt64 = 100_000_000
    private static let batch = 256
    /// Workers wait while so many trials are not stored: memory does not grow behind a slow disk.
    private static let most = 16_384

    private struct State {
        /// Trials that workers announced less those handed over.
        var pending = 0
        var isClosed = false
        /// Nobody waits for the sink any more: it has failed, or the study is stopped.
        var isOpenEnded = false
    }

    private let places: [Workplace]
    private let sink: @Sendable ([Trial]) throws -> Void
    private let state = Monitor(State())

    init(places: [Workplace], sink: @escaping @Sendable ([Trial]) throws -> Void) {
        self.places = places
        self.sink = sink
    }

    /// For a worker: `count` more trials lie at its place.
    func announce(_ count: Int) {
        state.change { $0.pending += count }
        _ = state.wait { $0.pending < TrialWriter.most || $0.isOpenEnded ? true : nil }
    }

    func doNotWait() { state.change { $0.isOpenEnded = true } }

    /// No more trials come: `run` hands over the rest and ends.
    func close() { state.change { $0.isClosed = true } }

    /// The loop of the writer's thread; throws what the sink throws.
    func run() throws {
        var isClosed = false
        while !isClosed {
            isClosed =
                state.wait(until: monotonicTime() + TrialWriter.interval) { state -> Bool? in
                    state.isClosed ? true : (state.pending >= TrialWriter.batch ? false : nil)
                } ?? false
            let trials = places.flatMap { $0.takeFinished() }.sorted { $0.number < $1.number }
            if trials.isEmpty { continue }
            try sink(trials)
            state.change { $0.pending -= trials.count }
        }
    }
}
