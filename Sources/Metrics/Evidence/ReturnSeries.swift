/// Returns from one candle to the next, as fractions, and what their distribution says.
package final class ReturnSeries {
    package let values: [Double]
    package let mean: Double
    private lazy var sorted = values.sorted()

    package var count: Int { values.count }

    package init(_ values: [Double]) {
        self.values = values
        mean = values.reduce(0, +) / Double(values.count)
    }

    /// Of `equity`, beginning with the return from `start`. From an account at or below 0 no return is counted: it is 0.
    package convenience init(equity: [Double], start: Double) {
        var last = start
        self.init(
            equity.map { next in
                defer { last = next }
                return last > 0 ? (next - last) / last : 0
            })
    }

    /// Sample deviation, divisor n - 1; NaN for fewer than two, 0 where the spread is rounding.
    package private(set) lazy var deviation: Double = {
        guard count >= 2 else { return .nan }
        let squares = central(2)
        let total = values.reduce(0) { $0 + $1 * $1 }
        return squares > 1e-12 * total ? (squares / Double(count - 1)).squareRoot() : 0
    }()

    /// Root of the mean square of what falls short of `target` (a candle), over all returns.
    package func downsideDeviation(target: Double = 0) -> Double {
        let squares = values.reduce(0) { sum, value in
            let short = min(value - target, 0)
            return sum + short * short
        }
        return (squares / Double(count)).squareRoot()
    }

    /// m3 / m2^1.5, population moments; NaN where returns do not spread.
    package private(set) lazy var skewness: Double = {
        let spread = (central(2) / Double(count)).squareRoot()
        return deviation > 0 ? central(3) / Double(count) / (spread * spread * spread) : .nan
    }()

    /// m4 / m2^2, population moments: 3 for a normal distribution; NaN where returns do not spread.
    package private(set) lazy var kurtosis: Double = {
        let variance = central(2) / Double(count)
        return deviation > 0 ? central(4) / Double(count) / (variance * variance) : .nan
    }()

    /// The value below which a share `level` of the returns lies, with linear interpolation between neighbors (the
    /// seventh definition of Hyndman and Fan, 1996; numpy's). NaN without returns.
    package func quantile(_ level: Double) -> Double {
        guard let last = sorted.indices.last else { return .nan }
        let place = level * Double(last)
        let below = Int(place)
        let share = place - Double(below)
        return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below])
    }

    /// Mean of the returns at or below the quantile `level`.
    package func tailMean(_ level: Double) -> Double {
        let limit = quantile(level)
        let tail = sorted.prefix { $0 <= limit }
        return tail.reduce(0, +) / Double(tail.count)
    }

    /// The lowest `count` returns, the lowest first.
    package func worst(_ count: Int) -> ArraySlice<Double> { sorted.prefix(count) }

    /// What is above and what is below a threshold a candle, summed up.
    package func sums(around threshold: Double = 0) -> (above: Double, below: Double) {
        values.reduce(into: (0, 0)) { sums, value in
            let excess = value - threshold
            if excess > 0 { sums.above += excess } else { sums.below -= excess }
        }
    }

    /// Sum of the powers of what lies off the mean.
    private func central(_ power: Int) -> Double {
        values.reduce(0) { sum, value in
            let off = value - mean
            return sum + (power == 2 ? off * off : power == 3 ? off * off * off : off * off * off * off)
        }
    }
}
