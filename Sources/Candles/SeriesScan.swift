import Synchronization

/// What one pass over a series finds, made when it is first asked for and then kept with the series.
final class SeriesScan: Sendable {
    struct Findings: Sendable {
        /// The stretches of finite numbers, oldest first.
        var stretches: [Range<Int>] = []
        /// The largest magnitude of a finite number; 0 where there is none.
        var largest = 0.0
    }

    private let findings = Mutex<Findings?>(nil)

    func callAsFunction(_ values: Span<Double>) -> Findings {
        if let found = findings.withLock({ $0 }) { return found }
        let found = Findings(values)
        findings.withLock { $0 = found }
        return found
    }
}

extension SeriesScan.Findings {
    fileprivate init(_ values: Span<Double>) {
        var start = 0
        var index = 0
        while index < values.count {
            // x - x is 0 for a finite x and NaN for all others: eight at a time while nothing is missing.
            while index + 8 <= values.count {
                var eight = SIMD8<Double>()
                for lane in 0..<8 { eight[lane] = unsafe values[unchecked: index + lane] }
                guard (eight - eight).sum() == 0 else { break }
                let magnitudes = pointwiseMax(eight, -eight)
                largest = Swift.max(largest, magnitudes.max())
                index += 8
            }
            guard index < values.count else { break }
            let value = values[index]
            if value - value == 0 {
                largest = Swift.max(largest, value.magnitude)
            } else {
                if index > start { stretches.append(start..<index) }
                start = index + 1
            }
            index += 1
        }
        if start < values.count { stretches.append(start..<values.count) }
    }
}

extension Series {
    /// The stretches of candles that have a finite number, oldest first.
    package var finiteStretches: [Range<Int>] { scan(span).stretches }

    /// The largest magnitude among the finite numbers; 0 where there are none.
    package var largestMagnitude: Double { scan(span).largest }
}
