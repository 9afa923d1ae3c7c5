/// Works on one trial after another inside a worker, on that worker's thread.
///
/// Made by the worker that uses it and never shared, except `stopHandle`, which any thread may call.
package protocol Evaluator {
    /// What came of one trial. A fault of the script is a `failed` outcome, never thrown. `seed` is the trial's own.
    mutating func evaluate(number: Int, parameters: Parameters, seed: Seed) -> Evaluation

    /// Ends the evaluation in flight soon; what it then answers is `isTimed`. It may come from any thread, more than
    /// once, when nothing is in flight, and when the evaluator is just gone: the runner repeats it until every worker
    /// has ended.
    var stopHandle: @Sendable () -> Void { get }
}

/// What an evaluator answers.
package struct Evaluation: Sendable {
    package let outcome: Trial.Outcome
    /// Ended by the clock or by a stop, so another run may end it otherwise.
    package let isTimed: Bool
    /// Where it failed, the innermost place first, a line each; empty where that is not known.
    package let traceback: String

    package init(_ outcome: Trial.Outcome, isTimed: Bool = false, traceback: String = "") {
        self.outcome = outcome
        self.isTimed = isTimed
        self.traceback = traceback
    }
}
