extension Dimension {
    /// Whole numbers from `low` to `high`, each at most 2^53 either way.
    package static func integer(
        _ name: String, _ low: Int, _ high: Int, step: Int = 1, isLogarithmic: Bool = false, default value: Int? = nil
    ) throws(SearchError) -> Dimension {
        try Dimension(
            name: name, values: .integers(low: low, high: high, step: step, isLogarithmic: isLogarithmic),
            default: value.map { .integer($0) })
    }

    /// Real numbers from `low` to `high`, both among them (`high` only where a step lands on it).
    package static func real(
        _ name: String, _ low: Double, _ high: Double, step: Double? = nil, isLogarithmic: Bool = false,
        default value: Double? = nil
    ) throws(SearchError) -> Dimension {
        try Dimension(
            name: name, values: .reals(low: low, high: high, step: step, isLogarithmic: isLogarithmic),
            default: value.map { .real($0) })
    }

    /// One of a list.
    package static func choice(
        _ name: String, _ choices: [ParameterValue], default value: ParameterValue? = nil
    ) throws(SearchError) -> Dimension {
        try Dimension(name: name, values: .choices(choices), default: value)
    }

    static func check(
        _ name: String, _ low: Int, _ high: Int, _ step: Int, _ isLogarithmic: Bool
    ) throws(SearchError) {
        for value in [low, high, step] where value.magnitude > 1 << 53 {
            throw .integerTooLarge(dimension: name, value: "\(value)")
        }
        guard low <= high else { throw .emptyRange(dimension: name, low: "\(low)", high: "\(high)") }
        guard step > 0 else { throw .stepNotPositive(dimension: name, step: "\(step)") }
        guard !isLogarithmic || low > 0 else { throw .logarithmFromZero(dimension: name, low: "\(low)") }
    }

    static func check(
        _ name: String, _ low: Double, _ high: Double, _ step: Double?, _ isLogarithmic: Bool
    ) throws(SearchError) {
        for (value, what) in [(low, "low"), (high, "high"), (step ?? 1, "step")] where !value.isFinite {
            throw .notFinite(dimension: name, what: what)
        }
        guard low <= high else { throw .emptyRange(dimension: name, low: "\(low)", high: "\(high)") }
        guard !isLogarithmic || low > 0 else { throw .logarithmFromZero(dimension: name, low: "\(low)") }
        guard let step else { return }
        guard step > 0 else { throw .stepNotPositive(dimension: name, step: "\(step)") }
        let isLost = low + step == low || high - step == high || (high - low) / step > 0x1p53
        guard low == high || !isLost else { throw .stepTooSmall(dimension: name, step: "\(step)") }
    }

    static func check(_ name: String, _ choices: [ParameterValue]) throws(SearchError) {
        guard !choices.isEmpty else { throw .noChoices(dimension: name) }
        var seen: Set<ParameterValue> = []
        for choice in choices {
            // 1 and 1.0 are one value to a script.
            var value = choice
            if case .real(let number) = choice {
                guard number.isFinite else { throw .notFinite(dimension: name, what: "the choice \(number)") }
                if let whole = Int(exactly: number) { value = .integer(whole) }
            }
            guard seen.insert(value).inserted else { throw .duplicateChoice(dimension: name, choice: "\(choice)") }
        }
    }
}
