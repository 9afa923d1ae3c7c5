/// A condition on parameters beyond the bounds of each dimension: `where` in a script.
///
/// Deliberately not `Sendable`: it may hold an interpreter. It is made on the thread that asks the sampler and used
/// only there.
package struct Constraint {
    /// Whether these parameters may be tried. A fault thrown here ends the study.
    package let allows: (Parameters) throws -> Bool
    /// Ends the call in flight soon, by a fault. Any thread may call it, any number of times.
    package let stopHandle: @Sendable () -> Void

    package init(
        stopHandle: @escaping @Sendable () -> Void = {}, allows: @escaping (Parameters) throws -> Bool
    ) {
        self.stopHandle = stopHandle
        self.allows = allows
    }
}

/// Makes a constraint where it will be used.
package typealias ConstraintMaker = @Sendable () throws -> Constraint
