extension Dimension {
    /// The point `index`, from 0 in rising order (choices: as listed).
    package func value(at index: Int) -> ParameterValue {
        guard let count else { preconditionFailure("\(name) is a continuum, it has no point \(index)") }
        precondition(index >= 0 && index < count, "\(name) has no point \(index)")
        switch values {
        case .integers(let low, _, let step, _): return .integer(low + index * step)
        case .reals(let low, _, _, _): return .real(steps?.point(index) ?? low)
        case .choices(let choices): return choices[index]
        }
    }

    /// Which point `value` is; nil where it is none, and for a continuum.
    ///
    /// A real number counts as the point it misses by less than a billionth of a step.
    package func index(of value: ParameterValue) -> Int? {
        switch (values, value) {
        case (.integers(let low, let high, let step, _), .integer(let number)):
            return number >= low && number <= high && (number - low) % step == 0 ? (number - low) / step : nil
        case (.reals(let low, _, _, _), .real(let number)):
            guard let steps else { return count != nil && number == low ? 0 : nil }
            let index = steps.nearest(to: number)
            return (steps.point(index) - number).magnitude <= 1e-9 * steps.step ? index : nil
        case (.choices(let choices), _):
            return choices.firstIndex(of: value)
        default:
            return nil
        }
    }

    package func contains(_ value: ParameterValue) -> Bool {
        if count == nil, case .reals(let low, let high, _, _) = values, case .real(let number) = value {
            return number >= low && number <= high
        }
        return index(of: value) != nil
    }

    /// `value` as this dimension holds it: 10 in a real one becomes 10.0, 10.0 in an integer one becomes 10.
    package func admitting(_ value: ParameterValue) throws(SearchError) -> ParameterValue {
        for candidate in [value] + value.otherSpellings where contains(candidate) {
            if let index = index(of: candidate) { return self.value(at: index) }
            return candidate
        }
        throw .valueOutside(dimension: name, value: "\(value)", allowed: allowedValues)
    }

    /// The value that `text` stands for here.
    package func parsing(_ text: String) throws(SearchError) -> ParameterValue {
        var readings: [ParameterValue] = [.text(text)]
        if let number = Int(text) { readings.append(.integer(number)) }
        if let number = Double(text), number.isFinite { readings.append(.real(number)) }
        if let truth = Bool(text) { readings.append(.boolean(truth)) }
        for reading in readings {
            if let value = try? admitting(reading) { return value }
        }
        throw .valueOutside(dimension: name, value: text, allowed: allowedValues)
    }

    /// For messages: `5 to 60 in steps of 5`.
    package var allowedValues: String {
        switch values {
        case .integers(let low, let high, let step, _):
            "whole numbers from \(low) to \(high)" + (step == 1 ? "" : " in steps of \(step)")
        case .reals(let low, let high, let step, _):
            "numbers from \(low) to \(high)" + (step.map { " in steps of \($0)" } ?? "")
        case .choices(let choices):
            choices.map(\.description).joined(separator: ", ")
        }
    }
}

extension ParameterValue {
    /// The same number as the other kind of number.
    fileprivate var otherSpellings: [ParameterValue] {
        switch self {
        case .integer(let number): [.real(Double(number))]
        case .real(let number): Int(exactly: number).map { [.integer($0)] } ?? []
        case .text, .boolean: []
        }
    }
}
