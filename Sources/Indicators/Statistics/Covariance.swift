import Candles

/// How two columns move together in a window: sums of squares and products about their means, times its length.
struct Covariance {
    let first: Double
    let second: Double
    let product: Double

    init(_ sums: LaneSums<SIMD8<Double>>, count: Int) {
        let count = Double(count)
        first = max(0, count * sums[2] - sums[0] * sums[0])
        second = max(0, count * sums[3] - sums[1] * sums[1])
        product = count * sums[4] - sums[0] * sums[1]
    }
}

extension Series {
    /// What `value` makes of the last `period` values of two columns, which are counted from a value of the window.
    @inline(__always)
    static func windowCovariances(
        _ first: Series, _ second: Series, _ period: Int, _ value: (Covariance) -> Double
    ) -> Series {
        let (firsts, seconds) = (first.span, second.span)
        return .along([first, second]) { stretch, result in
            Rolling.folds(
                in: stretch, period: period, into: &result,
                of: { index, pivot in
                    let (x, y) = (firsts[index] - firsts[pivot], seconds[index] - seconds[pivot])
                    return LaneSums(SIMD8(x, y, x * x, y * y, x * y, 0, 0, 0))
                },
                finish: { _, _, sums in value(Covariance(sums, count: period)) })
        }
    }
}
