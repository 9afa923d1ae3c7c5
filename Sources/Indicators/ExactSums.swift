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
}
