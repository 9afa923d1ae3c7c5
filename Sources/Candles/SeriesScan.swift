import CColumns
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
    let sums = Mutex(SeriesSums.unasked)

    func callAsFunction(_ values: Span<Double>) -> Findings {
        if let found = findings.withLock({ $0 }) { return found }
        let found = Findings(values)
        findings.withLock { $0 = found }
        return found
    }
}

extension SeriesScan.Findings {
    fileprivate init(_ values: Span<Double>) {
        unsafe values.withUnsafeBufferPointer { values in
            guard let start = values.baseAddress else { return }
            var index = 0
            while index < values.count {
                var finite = 0
                unsafe columns_scan_finite(start + index, values.count - index, &finite, &largest)
                if finite > 0 { stretches.append(index..<(index + finite)) }
                // One past the number that ended the stretch.
                index += finite + 1
            }
        }
    }
}

extension Series {
    /// The stretches of candles that have a finite number, oldest first.
    package var finiteStretches: [Range<Int>] { scan(span).stretches }

    /// The largest magnitude among the finite numbers; 0 where there are none.
    package var largestMagnitude: Double { scan(span).largest }
}
