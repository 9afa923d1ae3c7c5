/// One parameter and the values it may take.
package struct Dimension: Hashable, Sendable {
    package enum Values: Hashable, Sendable {
        /// `low`, `low + step`, … up to `high`, which counts when a step lands on it.
        case integers(low: Int, high: Int, step: Int, isLogarithmic: Bool)
        /// From `low` up to `high`; in steps from `low` where `step` is given.
        case reals(low: Double, high: Double, step: Double?, isLogarithmic: Bool)
        /// One of a list, without order.
        case choices([ParameterValue])
    }

    package let name: String
    package let values: Values

    /// The value of a backtest that sets nothing: as given, else the middle (geometric for a logarithmic dimension, on
    /// the step, the lower one of two), for a choice the first.
    package private(set) var defaultValue: ParameterValue

    /// How many values there are; nil for a continuum.
    package let count: Int?

    /// Where the values lie when they are steps of a real number.
    let steps: RealSteps?
    /// How the unit interval covers the values when it does so by their logarithms.
    let logarithms: LogarithmicScale?

    package init(name: String, values: Values, default given: ParameterValue? = nil) throws(SearchError) {
        guard !name.isEmpty else { throw .emptyName }
        self.name = name
        switch values {
        case .integers(let low, let high, let step, let isLogarithmic):
            try Dimension.check(name, low, high, step, isLogarithmic)
            let count = (high - low) / step + 1
            self.values = values
            self.count = count
            steps = nil
            let end = Double(low) + Double(count) * Double(step)
            logarithms = isLogarithmic ? LogarithmicScale(from: Double(low), to: end) : nil
        case .reals(let low, let high, let step, let isLogarithmic):
            try Dimension.check(name, low, high, step, isLogarithmic)
            // Adding 0 turns -0 into 0, which prints better.
            self.values = .reals(low: low + 0, high: high + 0, step: step, isLogarithmic: isLogarithmic)
            steps = step.map { RealSteps(low: low + 0, high: high + 0, step: $0) }
            count = steps?.count ?? (low == high ? 1 : nil)
            let end = steps.map { low + Double($0.count) * $0.step } ?? high
            logarithms = isLogarithmic ? LogarithmicScale(from: low, to: end) : nil
        case .choices(let choices):
            try Dimension.check(name, choices)
            self.values = values
            count = choices.count
            steps = nil
            logarithms = nil
        }
        // Its own points can be asked for only once the dimension is whole.
        defaultValue = .boolean(false)
        defaultValue = try makeDefault(given)
    }

    private func makeDefault(_ given: ParameterValue?) throws(SearchError) -> ParameterValue {
        if let given {
            do { return try admitting(given) } catch {
                throw .defaultOutside(dimension: name, value: "\(given)", allowed: allowedValues)
            }
        }
        switch values {
        case .choices(let choices):
            return choices[0]
        case .integers(let low, let high, let step, true):
            let middle = geometricMiddle(Double(low), Double(high))
            return value(at: Int(((middle - Double(low)) / Double(step)).rounded()))
        case .reals(let low, let high, let step, let isLogarithmic):
            let middle = isLogarithmic ? geometricMiddle(low, high) : arithmeticMiddle(low, high)
            guard step != nil else { return .real(min(max(middle, low), high)) }
            guard let steps, isLogarithmic else { return value(at: ((count ?? 1) - 1) / 2) }
            return value(at: steps.nearest(to: middle))
        case .integers:
            return value(at: ((count ?? 1) - 1) / 2)
        }
    }
}

private func arithmeticMiddle(_ low: Double, _ high: Double) -> Double {
    let sum = low + high
    return sum.isFinite ? sum / 2 : low / 2 + high / 2
}

private func geometricMiddle(_ low: Double, _ high: Double) -> Double {
    let product = low * high
    return product.isNormal ? product.squareRoot() : low.squareRoot() * high.squareRoot()
}
