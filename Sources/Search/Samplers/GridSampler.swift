extension SamplerCatalog.Entry {
    static let grid = Self(name: "grid", title: "every point of the space, in order") { settings throws(SearchError) in
        try GridSampler(settings)
    }
}

/// Every point of the space as nested loops would visit them, the last dimension (by name) fastest; points that the
/// constraint refuses are passed over.
struct GridSampler: Sampler {
    /// More points than this are walked only where the trials are limited.
    static let largestGrid = 10_000_000

    private let space: SearchSpace
    private let count: Int
    private var nextPoint = 0
    private var hasProposed = false

    init(_ settings: StudySettings) throws(SearchError) {
        space = settings.space
        for dimension in space.dimensions where dimension.count == nil {
            throw .gridNeedsStep(dimension: dimension.name)
        }
        count = space.count ?? 0
        if count > GridSampler.largestGrid, settings.trials ?? .max >= count {
            throw .gridTooLarge(points: count, allowed: GridSampler.largestGrid)
        }
    }

    mutating func propose(_ number: Int, allowing constraint: Constraint?) throws -> Parameters? {
        while nextPoint < count {
            let parameters = space.parameters(at: nextPoint)
            nextPoint += 1
            guard let constraint else { return parameters }
            if try constraint.allows(parameters) {
                hasProposed = true
                return parameters
            }
        }
        if constraint != nil, !hasProposed { throw SearchError.constraintNeverSatisfied(draws: count) }
        return nil
    }

    mutating func recall(_ number: Int, _ parameters: Parameters) {
        guard let index = space.index(of: parameters) else { return }
        nextPoint = index + 1
        hasProposed = true
    }
}
