/// One evaluation: which parameters, and what came of them.
package struct Trial: Sendable {
    package enum Outcome: Sendable {
        /// Numbers in the order of the study's `metrics`; NaN where undefined.
        case complete([Double])
        /// Stopped early because it was hopeless.
        case pruned(reason: String)
        /// The evaluation did not end well; the study goes on.
        case failed(reason: String)
    }

    /// From 0, in the order in which the sampler proposed them.
    package let number: Int
    package let parameters: Parameters
    package let outcome: Outcome
    /// How long it took, in nanoseconds; and which worker did it. Not part of what repeats.
    package let duration: UInt64
    package let worker: Int
    /// Ended by the clock, so a slower or faster run may end it otherwise.
    package let isTimed: Bool
    /// Where it failed, the innermost place first, a line each; empty where that is not known.
    package let traceback: String

    package init(
        number: Int, parameters: Parameters, outcome: Outcome, duration: UInt64, worker: Int, isTimed: Bool = false,
        traceback: String = ""
    ) {
        self.number = number
        self.parameters = parameters
        self.outcome = outcome
        self.duration = duration
        self.worker = worker
        self.isTimed = isTimed
        self.traceback = traceback
    }
}
