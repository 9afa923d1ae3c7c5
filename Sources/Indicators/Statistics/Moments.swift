import Candles

/// Sums of the first four powers of what windows hold, and the moments about their mean.
struct Moments {
    private let sums: SIMD4<Double>
    private let count: Double

    init(_ sums: LaneSums<SIMD4<Double>>, count: Int) {
        self.sums = sums.lanes
        self.count = Double(count)
    }

    /// The powers of one difference.
    @inline(__always)
    static func powers(_ difference: Double) -> LaneSums<SIMD4<Double>> {
        let square = difference * difference
        return LaneSums(SIMD4(difference, square, square * difference, square * square))
    }

    /// The mean, counted from the pivot.
    var mean: Double { sums[0] / count }
    /// The mean square distance from the mean (population); exactly 0 where nothing moves.
    var variance: Double { max(0, sums[1] / count - mean * mean) }
    /// The same of the third power.
    var third: Double { sums[2] / count - mean * (3 * sums[1] / count - 2 * mean * mean) }
    /// The same of the fourth power.
    var fourth: Double {
        sums[3] / count - mean * (4 * sums[2] / count - mean * (6 * sums[1] / count - 3 * mean * mean))
    }
}

extension Series {
    /// What `value` makes of the moments of the last `period` values, which are counted from a value of the window.
    @inline(__always)
    func windowMoments(_ period: Int, _ value: (_ moments: Moments, _ pivot: Double) -> Double) -> Series {
        let values = span
        return Series(count: count) { result in
            for stretch in Series.stretches(of: self) {
                Rolling.folds(
                    in: stretch, period: period, into: &result,
                    of: { index, pivot in Moments.powers(values[index] - values[pivot]) },
                    finish: { _, pivot, sums in value(Moments(sums, count: period), values[pivot]) })
            }
        }
    }
}
