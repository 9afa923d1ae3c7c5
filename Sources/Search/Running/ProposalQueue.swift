/// Proposals on their way from the sampler's thread to the workers.
final class ProposalQueue: Sendable {
    /// The sampler works ahead by at least half of this; what nobody evaluates is proposed again by the next start.
    private static let ahead = 1024

    private struct State {
        var ready: ArraySlice<Proposal> = []
        var tells = 0
        var isClosed = false
        /// Nothing more is given out, not even what is ready.
        var isStopped = false
    }

    private let workers: Int
    private let state = Monitor(State())

    init(workers: Int) { self.workers = workers }

    /// For a worker: up to `count` proposals, as soon as there are any, fewer when they would not go round; nil when
    /// there will be none.
    func take(_ count: Int) -> ArraySlice<Proposal>? {
        let taken = state.wait { state -> ArraySlice<Proposal>? in
            if state.isStopped { return [] }
            if state.ready.isEmpty { return state.isClosed ? [] : nil }
            let batch = state.ready.prefix(min(count, max(1, state.ready.count / workers)))
            state.ready.removeFirst(batch.count)
            return batch
        }
        guard let taken, !taken.isEmpty else { return nil }
        state.change { _ in }
        return taken
    }

    /// For the sampler's thread: asks `study` until it has no more.
    func fill(from study: Study) throws {
        let constraint = try study.makeConstraint()
        while true {
            let isStopped = state.wait { state -> Bool? in
                state.isStopped || state.ready.count <= ProposalQueue.ahead / 2 ? state.isStopped : nil
            }
            if isStopped != false { return }
            let tells = state.change { $0.tells }
            let proposals = try study.ask(ProposalQueue.ahead / 4, allowing: constraint)
            if !proposals.isEmpty {
                state.change { $0.ready.append(contentsOf: proposals) }
            } else if !study.hasMore {
                state.change { $0.isClosed = true }
                return
            } else {
                // A generation has to end: only a tell can bring more.
                _ = state.wait { state -> Bool? in state.tells != tells || state.isStopped ? true : nil }
            }
        }
    }

    /// Trials were told, so the sampler may go on.
    func noteTell() { state.change { $0.tells += 1 } }

    func stop() { state.change { $0.isStopped = true } }
}
