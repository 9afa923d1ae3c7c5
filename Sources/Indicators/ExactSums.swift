import Candles

/// Prices as whole numbers of ticks, whose sums are exact in a double.
struct WholeTicks {
    let perUnit: Double
    private let shift: Double

    /// Numbers as they are: what a series without ticks is reckoned in.
    static let none = WholeTicks(perUnit: 1, shift: 0)

    private init(perUnit: Double, shift: Double) {
        self.perUnit = perUnit
        self.shift = shift
    }

    /// Nil when the series has no tick, or when a sum over `period` candles could pass 2^51.
    init?(of series: Series, in stretch: Range<Int>, period: Int) {
        guard let tick = series.tick else { return nil }
        let values = series.span
        var largest = 0.0
        for index in stretch {
            let magnitude = values[index].magnitude
            largest = magnitude > largest ? magnitude : largest
        }
        guard largest * tick.perUnit * Double(period + 1) < 0x1p51 else { return nil }
        // Adding and taking away 1.5 * 2^52 rounds to a whole number, without a call into libm.
        self.init(perUnit: tick.perUnit, shift: 0x1.8p52)
    }

    @inline(__always)
    func count(_ price: Double) -> Double { (price * perUnit + shift) - shift }
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
