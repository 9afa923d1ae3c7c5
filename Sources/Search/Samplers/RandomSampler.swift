extension SamplerCatalog.Entry {
    static let random = Self(name: "random", title: "points drawn at random, none twice") { settings in
        RandomSampler(settings)
    }
}

/// Draws each trial from its own random stream: evenly over each dimension, by logarithms where it is logarithmic.
///
/// A point that was proposed before, or that the constraint refuses, is drawn again from the same stream. When that
/// has failed many times in a row, the points that are left are listed and one of them is drawn, so that a finite space
/// is covered to its last point and then ends.
struct RandomSampler: Sampler {
    /// So many draws in a row may fail.
    static let patience = 10_000
    /// Spaces of up to so many points are listed when drawing fails.
    static let largestList = 1 << 20

    private let space: SearchSpace
    private let seed: Seed
    /// Points proposed, as fingerprints: 8 bytes each, where a trial is hundreds.
    private var proposed: Set<UInt64> = []
    /// Points the constraint refused, remembered where the space is small enough to be listed.
    private var refused: Set<UInt64> = []
    /// Points that may be left, rising; nil until they had to be listed.
    private var left: [Int]?

    init(_ settings: StudySettings) {
        space = settings.space
        seed = settings.seed
    }

    mutating func propose(_ number: Int, allowing constraint: Constraint?) throws -> Parameters? {
        var random = seed.stream(number)
        var hasRepeated = false
        for _ in 0..<RandomSampler.patience {
            let draw = draw(&random)
            if proposed.contains(draw.fingerprint) {
                hasRepeated = true
            } else if try allows(draw, constraint) {
                proposed.insert(draw.fingerprint)
                return draw.parameters ?? space.parameters(at: Int(draw.fingerprint))
            }
        }
        if let count = space.count, count <= RandomSampler.largestList {
            return try proposeFromRest(&random, of: count, constraint)
        }
        guard hasRepeated else { throw SearchError.constraintNeverSatisfied(draws: RandomSampler.patience) }
        return nil
    }

    mutating func recall(_ number: Int, _ parameters: Parameters) {
        proposed.insert(space.index(of: parameters).map { UInt64($0) } ?? fingerprint(of: parameters))
    }

    /// A point as its fingerprint: its number where points have one, and then its parameters are made only if wanted.
    private struct Draw {
        let fingerprint: UInt64
        let parameters: Parameters?
    }

    private func draw(_ random: inout RandomStream) -> Draw {
        if let count = space.count, count < .max {
            var index = 0
            for dimension in space.dimensions {
                let count = dimension.count ?? 1
                index = index * count + dimension.drawIndex(&random, of: count)
            }
            return Draw(fingerprint: UInt64(index), parameters: nil)
        }
        var entries: [Parameters.Entry] = []
        entries.reserveCapacity(space.dimensions.count)
        for dimension in space.dimensions {
            let value =
                if let count = dimension.count {
                    dimension.value(at: dimension.drawIndex(&random, of: count))
                } else {
                    dimension.value(atUnit: random.unit())
                }
            entries.append(Parameters.Entry(name: dimension.name, value: value))
        }
        let parameters = Parameters(ordered: entries)
        return Draw(fingerprint: fingerprint(of: parameters), parameters: parameters)
    }

    private mutating func allows(_ draw: Draw, _ constraint: Constraint?) throws -> Bool {
        guard let constraint else { return true }
        if let parameters = draw.parameters { return try constraint.allows(parameters) }
        if refused.contains(draw.fingerprint) { return false }
        if try constraint.allows(space.parameters(at: Int(draw.fingerprint))) { return true }
        if let count = space.count, count <= RandomSampler.largestList { refused.insert(draw.fingerprint) }
        return false
    }

    private mutating func proposeFromRest(
        _ random: inout RandomStream, of count: Int, _ constraint: Constraint?
    ) throws -> Parameters? {
        var rest: [Int] = []
        for index in left ?? Array(0..<count) where !proposed.contains(UInt64(index)) {
            let draw = Draw(fingerprint: UInt64(index), parameters: nil)
            if try allows(draw, constraint) { rest.append(index) }
        }
        left = rest
        if rest.isEmpty {
            guard !proposed.isEmpty else { throw SearchError.constraintNeverSatisfied(draws: count) }
            return nil
        }
        let index = rest[random.below(rest.count)]
        proposed.insert(UInt64(index))
        return space.parameters(at: index)
    }

    /// 64 bits that differ for different points, but for one chance in 10^19 a pair: a point taken for another is only
    /// drawn again.
    private func fingerprint(of parameters: Parameters) -> UInt64 {
        var state: UInt64 = 0
        for (dimension, entry) in zip(space.dimensions, parameters.entries) {
            let bits =
                switch entry.value {
                case .real(let number) where dimension.count == nil: number.bitPattern
                default: UInt64(dimension.index(of: entry.value) ?? 0)
                }
            // The finalizer of MurmurHash3 over what came before and this.
            state = (state &+ 0x9E37_79B9_7F4A_7C15) ^ bits
            state = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
            state = (state ^ state >> 33) &* 0xC4CE_B9FE_1A85_EC53
            state ^= state >> 33
        }
        return state
    }
}
