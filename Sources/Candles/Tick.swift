/// The step in which prices move, as a decimal fraction: 0.01 is one in a hundred.
///
/// A price that is a whole number of ticks stands for an exact decimal number. Sums of such prices are exact when they
/// are taken over whole numbers (up to 2^53) and divided once, so two averages that tie are equal.
package struct Tick: Hashable, Sendable {
    /// How many decimal places prices have, 0 to 10.
    package let decimals: Int

    /// 10 to the power of `decimals`: a price times this is a whole number.
    package let perUnit: Double

    package init(decimals: Int) {
        precondition((0...10).contains(decimals), "a tick has 0 to 10 decimal places")
        self.decimals = decimals
        perUnit = (0..<decimals).reduce(1) { power, _ in power * 10 }
    }

    /// The price as a whole number of ticks; nil when it is none within 2 units in the last place.
    package func count(_ price: Double) -> Double? {
        let whole = (price * perUnit).rounded()
        let error = (whole / perUnit - price).magnitude
        return error <= 2 * price.ulp && whole.magnitude < 0x1p53 ? whole : nil
    }
}
