import CColumns
import Candles

/// Exponential smoothing, mean + weight * (value - mean), from one piece of a column to the next.
///
/// What stands still is kept exactly, and a mean never depends on the values behind it.
struct Smoothing {
    private let weight: Double
    /// The newest mean.
    private(set) var mean = 0.0

    /// - Parameter weight: of the newest value, above 0 up to 1.
    init(weight: Double) { self.weight = weight }

    /// The weight of an exponential average, 2 / (period + 1).
    init(period: Int) { self.init(weight: 2 / Double(period + 1)) }

    /// The weight of Wilder's average, 1 / period.
    init(wilder period: Int) { self.init(weight: 1 / Double(period)) }

    /// The same, about to go on from `mean`.
    func from(_ mean: Double) -> Smoothing {
        var smoothing = self
        smoothing.mean = mean
        return smoothing
    }

    /// Puts the means on the candles of `range` in place of the values there.
    mutating func smooth(_ values: inout MutableSpan<Double>, _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= values.count)
        mean = unsafe values.withUnsafeMutableBufferPointer { values in
            guard let start = values.baseAddress else { return mean }
            let first = unsafe start + range.lowerBound
            return unsafe columns_smooth(first, range.count, weight, mean, first)
        }
    }

    /// Writes the means on the candles of `range`, of the values there, from the place `start` of `result` on.
    mutating func smooth(
        _ values: Span<Double>, _ range: Range<Int>, into result: inout MutableSpan<Double>, at start: Int
    ) {
        precondition(range.lowerBound >= 0 && range.upperBound <= values.count)
        precondition(start >= 0 && start + range.count <= result.count)
        mean = unsafe values.withUnsafeBufferPointer { values in
            unsafe result.withUnsafeMutableBufferPointer { result in
                guard let values = values.baseAddress, let result = result.baseAddress else { return mean }
                return unsafe columns_smooth(values + range.lowerBound, range.count, weight, mean, result + start)
            }
        }
    }

    /// Two columns of one range at once, each with its own, in place: quicker than one after the other.
    static func smooth(
        _ one: inout Smoothing, _ values: inout MutableSpan<Double>, _ other: inout Smoothing,
        _ others: inout MutableSpan<Double>, _ range: Range<Int>
    ) {
        precondition(range.lowerBound >= 0 && range.upperBound <= min(values.count, others.count))
        unsafe values.withUnsafeMutableBufferPointer { values in
            unsafe others.withUnsafeMutableBufferPointer { others in
                guard let values = values.baseAddress, let others = others.baseAddress else { return }
                let (first, second) = unsafe (values + range.lowerBound, others + range.lowerBound)
                unsafe both(&one, UnsafePointer(first), first, &other, UnsafePointer(second), second, range.count)
            }
        }
    }

    /// The same of one column by two: the means of `one` on its candles, those of `other` from place 0 on.
    static func smooth(
        _ values: Span<Double>, _ range: Range<Int>, _ one: inout Smoothing, into result: inout MutableSpan<Double>,
        _ other: inout Smoothing, into others: inout MutableSpan<Double>
    ) {
        precondition(range.lowerBound >= 0 && range.upperBound <= min(values.count, result.count))
        precondition(range.count <= others.count)
        unsafe values.withUnsafeBufferPointer { values in
            unsafe result.withUnsafeMutableBufferPointer { result in
                unsafe others.withUnsafeMutableBufferPointer { others in
                    guard let values = values.baseAddress, let result = result.baseAddress,
                        let others = others.baseAddress
                    else { return }
                    let first = unsafe values + range.lowerBound
                    unsafe both(&one, first, result + range.lowerBound, &other, first, others, range.count)
                }
            }
        }
    }

    @unsafe private static func both(
        _ one: inout Smoothing, _ x: UnsafePointer<Double>, _ means: UnsafeMutablePointer<Double>,
        _ other: inout Smoothing, _ y: UnsafePointer<Double>, _ others: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        var first = unsafe columns_smoothing(x: x, means: means, weight: one.weight, mean: one.mean)
        var second = unsafe columns_smoothing(x: y, means: others, weight: other.weight, mean: other.mean)
        unsafe columns_smooth_both(&first, &second, count)
        one.mean = unsafe first.mean
        other.mean = unsafe second.mean
    }
}

extension Rolling {
    /// Smooths `values` along a stretch whose first mean stands at `first` already.
    static func smooth(
        _ values: Span<Double>, behind first: Int, to end: Int, by smoothing: Smoothing,
        into result: inout MutableSpan<Double>
    ) {
        var smoothing = smoothing.from(result[first])
        smoothing.smooth(values, (first + 1)..<end, into: &result, at: first + 1)
    }
}
