import Metrics

/// Which metrics a person wants to see.
package enum MetricChoice: Hashable, Sendable {
    /// Those that come first in the catalog, and the objective.
    case headline
    case all
    case named([String])

    /// Of `names`, those that are wanted, in the order of the catalog or of the wish.
    package func names(from names: [String], objective: String? = nil) -> [String] {
        switch self {
        case .headline:
            let headline = Set(MetricCatalog.headline.map(\.name))
            // A name that no catalog knows any more was kept, so it is shown.
            return names.filter { headline.contains($0) || $0 == objective || MetricCatalog.named($0) == nil }
        case .all: return names
        case .named(let wanted): return wanted.filter { names.contains($0) }
        }
    }
}
