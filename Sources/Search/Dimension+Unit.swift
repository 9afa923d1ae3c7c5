extension Dimension {
    /// The value at `unit` of the interval from 0 to 1, which all values share: evenly, by their logarithms where the
    /// dimension is logarithmic. Points get a stretch each: the one up to the next point.
    package func value(atUnit unit: Double) -> ParameterValue {
        precondition(unit >= 0 && unit <= 1, "\(unit) is outside the unit interval")
        if let count { return value(at: index(atUnit: unit, of: count)) }
        guard case .reals(let low, let high, _, _) = values else {
            preconditionFailure("\(name) is a continuum of reals")
        }
        let value: Double
        if let logarithms {
            value = logarithms.value(at: unit)
        } else {
            let span = high - low
            value = span.isFinite ? low + unit * span : low * (1 - unit) + high * unit
        }
        return .real(min(max(value, low), high))
    }

    /// Where `value` lies in the interval from 0 to 1 (a point: the middle of its stretch); nil where it is no value of
    /// this dimension.
    package func unit(of value: ParameterValue) -> Double? {
        guard contains(value) else { return nil }
        if let count {
            guard let index = index(of: value) else { return nil }
            guard let logarithms else { return (Double(index) + 0.5) / Double(count) }
            let (point, step) = stretch(at: index)
            return (logarithms.unit(of: point) + logarithms.unit(of: point + step)) / 2
        }
        guard case .reals(let low, let high, _, _) = values, case .real(let number) = value else { return nil }
        if let logarithms { return min(max(logarithms.unit(of: number), 0), 1) }
        let span = high - low
        return span.isFinite ? (number - low) / span : (number / 2 - low / 2) / (high / 2 - low / 2)
    }

    /// A point drawn evenly over the unit interval, as its index; `count` is this dimension's.
    func drawIndex(_ random: inout RandomStream, of count: Int) -> Int {
        logarithms == nil ? random.below(count) : index(atUnit: random.unit(), of: count)
    }

    private func index(atUnit unit: Double, of count: Int) -> Int {
        guard let logarithms else { return min(Int(unit * Double(count)), count - 1) }
        let (low, step) = stretch(at: 0)
        let index = ((logarithms.value(at: unit) - low) / step).rounded(.down)
        return index > 0 ? min(Int(index), count - 1) : 0
    }

    /// A point of numbers and the distance to the next one.
    private func stretch(at index: Int) -> (point: Double, step: Double) {
        switch values {
        case .integers(let low, _, let step, _): (Double(low + index * step), Double(step))
        case .reals(let low, _, let step, _): (steps?.point(index) ?? low, step ?? 0)
        case .choices: (Double(index), 1)
        }
    }
}

/// The unit interval laid over the logarithms of the numbers between two others.
struct LogarithmicScale: Hashable, Sendable {
    private let low: Double
    private let span: Double

    init(from start: Double, to end: Double) {
        low = naturalLogarithm(start)
        span = naturalLogarithm(min(end, .greatestFiniteMagnitude)) - low
    }

    func value(at unit: Double) -> Double { naturalExponential(low + unit * span) }

    func unit(of value: Double) -> Double { span == 0 ? 0 : (naturalLogarithm(value) - low) / span }
}
