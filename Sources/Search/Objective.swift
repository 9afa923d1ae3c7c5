/// Which way is better.
package enum Direction: String, Sendable, CaseIterable {
    case maximize
    case minimize
}

/// The metric a study pursues, by name, and which way.
package struct Objective: Hashable, Sendable, CustomStringConvertible {
    package let metric: String
    package let direction: Direction

    package init(metric: String, direction: Direction = .maximize) {
        self.metric = metric
        self.direction = direction
    }

    package var description: String { "\(metric):\(direction.rawValue)" }

    /// Whether `value` beats `other`; an undefined number (NaN) beats nothing and is beaten by any number.
    package func prefers(_ value: Double, to other: Double) -> Bool {
        if value.isNaN { return false }
        if other.isNaN { return true }
        return direction == .maximize ? value > other : value < other
    }
}
