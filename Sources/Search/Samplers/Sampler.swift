/// Proposes the parameters of one trial after another.
///
/// Asked for the numbers 0, 1, 2, … in order, each once: `propose` for a new trial, `recall` for one that an earlier
/// start of the study has evaluated. What it answers may depend on the settings, the number and the trials it learned
/// from, and on nothing else: not on time, on workers or on how many it is asked for at once.
package protocol Sampler: Sendable {
    /// How many trials make a generation: they are proposed before any of them is known, and learned from together.
    /// That number decides the result, not the workers. Nil: it never learns.
    var generationSize: Int? { get }

    /// The parameters of trial `number`, or nil when no untried point is left. Throws what the constraint throws, and
    /// `SearchError.constraintNeverSatisfied`.
    mutating func propose(_ number: Int, allowing constraint: Constraint?) throws -> Parameters?

    /// Trial `number` was proposed with these parameters by an earlier start.
    mutating func recall(_ number: Int, _ parameters: Parameters)

    /// A whole generation has ended; `trials` by number.
    mutating func learn(from trials: [Trial])
}

extension Sampler {
    package var generationSize: Int? { nil }

    package mutating func learn(from trials: [Trial]) {}
}
