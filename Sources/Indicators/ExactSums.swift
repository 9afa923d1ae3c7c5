import Candles

/// Prices as whole numbers of ticks, whose sums are exact in a double.
struct WholeTicks {
    let perUnit: Double
    private let shift: Double
    /// Prices below this can be summed over a window.
    private let limit: Double

    /// Numbers as they are: what a series without ticks is reckoned in.
    static let none = WholeTicks(perUnit: 1, shift: 0, limit: .infinity)

    private init(perUnit: Double, shift: Double, limit: Double) {
        self.perUnit = perUnit
        self.shift = shift
        self.limit = limit
    }

    /// Nil when the series has no tick. No sum over `period` prices that are below the limit passes 2^51.
    init?(of series: Series, period: Int) {
        guard let tick = series.tick else { return nil }
        // Adding and taking away 1.5 * 2^52 rounds to a whole number, without a call into libm.
        self.init(
            perUnit: tick.perUnit, shift: 0x1.8p52, limit: 0x1p51 / (tick.perUnit * Double(period + 1)))
    }

    @inline(__always)
    func count(_ price: Double) -> Double { (price * perUnit + shift) - shift }

    /// The first candle whose price is too large to be counted, or the end: what is before it does not depend on it.
    func end(in stretch: Range<Int>, of series: Series) -> Int {
        if series.largestMagnitude < limit { return stretch.upperBound }
        let values = series.span
        return stretch.first { values[$0].magnitude >= limit } ?? stretch.upperBound
    }

    /// Means of windows of `period` prices: whole sums, divided once.
    func means(
        of values: Span<Double>, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>
    ) {
        guard stretch.count >= period else { return }
        let (first, divisor) = (stretch.lowerBound + period - 1, Double(period) * perUnit)
        var sum = 0
        for index in stretch.lowerBound...first { sum &+= Int(count(values[index])) }
        result[first] = Double(sum) / divisor
        var index = first + 1
        while index < stretch.upperBound {
            let lanes = min(4, stretch.upperBound - index)
            // Above the shift the last bit of a double is 1: its bits count like a whole number.
            let added = values.four(at: index, count: lanes) * perUnit + shift
            let removed = values.four(at: index - period, count: lanes) * perUnit + shift
            var sums = SIMD4<Double>()
            for lane in 0..<4 {
                sum &+= Int(truncatingIfNeeded: added[lane].bitPattern &- removed[lane].bitPattern)
                sums[lane] = Double(sum)
            }
            result.store(sums / divisor, at: index, count: lanes)
            index += 4
        }
    }
}

/// A sum in two doubles: the second collects what rounding takes from the first (Knuth's two-sum).
struct CompensatedSum {
    private var high = 0.0
    private var low = 0.0

    @inline(__always)
    mutating func add(_ value: Double) {
        let sum = high + value
        let added = sum - high
        low += (high - (sum - added)) + (value - added)
        high = sum
    }

    var value: Double { high + low }

    /// The quotient, rounded once; `count` is a whole number below 2^26.
    @inline(__always)
    func divided(by count: Double) -> Double {
        let sum = high + low
        let rest = (high - sum) + low
        let quotient = sum / count
        // What is left of the sum beside quotient * count: exact in parts, as the upper half has 26 bits.
        let upper = Double(bitPattern: quotient.bitPattern & ~0x7ff_ffff)
        let missing = ((sum - upper * count) - (quotient - upper) * count) + rest
        return quotient + missing / count
    }
}
