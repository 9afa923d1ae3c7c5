/// Exponential smoothing, mean + weight * (value - mean), four candles at a time.
///
/// Each of the four means is told from the one before all four, so a candle waits for a quarter of the steps that one
/// after the other would take. What stands still is kept exactly, and a mean never depends on the values behind it.
struct Smoothing {
    private let weights: (Double, Double, Double, Double)

    /// - Parameter weight: of the newest value, above 0 up to 1.
    init(weight: Double) {
        let rest = 1 - weight
        weights = (weight, weight * rest, weight * rest * rest, weight * rest * rest * rest)
    }

    /// The weight of an exponential average, 2 / (period + 1).
    init(period: Int) { self.init(weight: 2 / Double(period + 1)) }

    /// The weight of Wilder's average, 1 / period.
    init(wilder period: Int) { self.init(weight: 1 / Double(period)) }

    /// The means on the four candles behind one whose mean is `mean`.
    @inline(__always)
    func means(after mean: Double, _ values: SIMD4<Double>) -> SIMD4<Double> {
        let (w, d) = (weights, values - mean)
        return SIMD4(
            mean + w.0 * d[0],
            mean + (w.0 * d[1] + w.1 * d[0]),
            mean + (w.0 * d[2] + (w.1 * d[1] + w.2 * d[0])),
            mean + ((w.0 * d[3] + w.1 * d[2]) + (w.2 * d[1] + w.3 * d[0])))
    }

    /// The same means, the last of which becomes `mean`.
    @inline(__always)
    func advance(_ mean: inout Double, over values: SIMD4<Double>) -> SIMD4<Double> {
        let means = means(after: mean, values)
        mean = means[3]
        return means
    }
}

extension Rolling {
    /// Smooths `values` along a stretch whose first mean stands at `first` already.
    @inline(__always)
    static func smooth(
        _ values: Span<Double>, behind first: Int, to end: Int, by smoothing: Smoothing,
        into result: inout MutableSpan<Double>
    ) {
        var mean = result[first]
        var index = first + 1
        while index < end {
            let count = min(4, end - index)
            let means = smoothing.means(after: mean, values.four(at: index, count: count))
            result.store(means, at: index, count: count)
            mean = means[3]
            index += 4
        }
    }
}
