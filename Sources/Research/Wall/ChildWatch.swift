import Processes
import Search

/// Looks after a child, twenty times a second and on a thread of its own, and kills it when it hangs: when a slot of its
/// activity page stays at one piece of work for too long, when nothing in it moves, or when it does not end in time.
///
/// Time is counted by the watch's own steps, so that a machine that slept, or a program that was stopped and goes on,
/// sees no hang where there was none.
final class ChildWatch: Sendable {
    enum Verdict: Hashable, Sendable {
        /// The slot stayed at this piece of work.
        case hung(slot: Int, work: Int)
        /// No sign of life.
        case silent
        /// It was to end and did not.
        case late
    }

    private static let step: UInt64 = 50_000_000
    /// A step counts for no more than this.
    private static let longestStep: UInt64 = 250_000_000
    private static let silence: UInt64 = 10_000_000_000
    /// How long a child that is to end may say nothing, and how long it may take altogether.
    private static let grace: UInt64 = 500_000_000
    private static let longestEnd: UInt64 = 10_000_000_000

    private struct SlotClock {
        var work: Int?
        var elapsed: UInt64 = 0
    }

    private struct State {
        var process: ChildProcess?
        var verdict: Verdict?
        var clocks: [SlotClock]
        var beats: UInt64 = 0
        var silence: UInt64 = 0
        var heard: UInt64 = 0
        /// When the child is to end.
        var due: UInt64?
        var isClosed = false
    }

    private let page: ActivityPage
    private let limits: [UInt64]
    private let state: Monitor<State>

    /// `limits` say how long each slot may stay at one piece of work.
    init(_ page: ActivityPage, limits: [Duration]) throws(SearchError) {
        self.page = page
        self.limits = limits.map { nanoseconds($0) }
        state = Monitor(State(clocks: limits.map { _ in SlotClock() }))
        _ = try OwnThread("watch") { [self] in watch() }
    }

    /// Watches this child from now on.
    func look(after process: ChildProcess) {
        state.change { state in
            state.process = process
            state.verdict = nil
            state.clocks = state.clocks.map { _ in SlotClock() }
            state.silence = 0
        }
    }

    /// The child has said something.
    func noteMessage() { state.change { $0.heard = monotonicTime() } }

    /// The child is to end at this time of the monotonic clock, if not sooner.
    func expectEnd(at time: UInt64) {
        state.change { state in state.due = min(state.due ?? .max, time) }
    }

    /// Why the child was killed; nil where it was not.
    var verdict: Verdict? { state.change { $0.verdict } }

    /// What each slot is at, and for how long as far as was seen.
    var standing: [(work: Int, elapsed: Duration)?] {
        state.change { state in
            state.clocks.map { clock in clock.work.map { ($0, .nanoseconds(clock.elapsed)) } }
        }
    }

    /// Ends the watch; the child is left alone.
    func close() {
        state.change { state in
            state.isClosed = true
            state.process = nil
        }
    }

    private func watch() {
        var last = monotonicTime()
        while state.wait(until: last + Self.step, for: { $0.isClosed ? true : nil }) == nil {
            let now = monotonicTime()
            let step = min(now - last, Self.longestStep)
            last = now
            state.change { look(&$0, step: step, now: now) }
        }
    }

    private func look(_ state: inout State, step: UInt64, now: UInt64) {
        guard let process = state.process, state.verdict == nil else { return }
        for slot in state.clocks.indices {
            let work = page.work(in: slot)
            if work == state.clocks[slot].work {
                state.clocks[slot].elapsed += step
            } else {
                state.clocks[slot] = SlotClock(work: work)
            }
        }
        let beats = page.beats
        state.silence = beats == state.beats ? state.silence + step : 0
        state.beats = beats
        state.verdict = verdict(state, now)
        if state.verdict != nil { process.kill() }
    }

    private func verdict(_ state: State, _ now: UInt64) -> Verdict? {
        if let due = state.due, now > due,
            now > max(due, state.heard) + Self.grace || now > due + Self.longestEnd
        {
            return .late
        }
        if state.silence > Self.silence { return .silent }
        // One that is stopped as a whole is no trial's fault, so only one that lives can hang.
        guard state.silence < Self.step * 20 else { return nil }
        for (slot, clock) in state.clocks.enumerated() {
            if let work = clock.work, clock.elapsed > limits[slot] { return .hung(slot: slot, work: work) }
        }
        return nil
    }
}
