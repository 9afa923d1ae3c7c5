/// How much an entry puts in.
package enum Sizing: Hashable, Sendable {
    /// A fraction of equity, above 0 up to 1. It covers the fee too, so 1 leaves no cash after a purchase.
    ///
    /// A short entry sells as many units as a purchase would buy: their value and the fee together are the fraction.
    case fractionOfEquity(Double)
    /// So many units, above 0; no more than cash can pay with the fee, on either side.
    case units(Double)

    /// Units and what they cost, fee included; nil where the size is no such number or cash does not reach.
    @inline(__always)
    func amount(cash: Double, price: Double, fee: Double) -> (units: Double, cost: Double)? {
        guard cash > 0, price > 0 else { return nil }
        switch self {
        case .fractionOfEquity(let fraction):
            guard fraction > 0, fraction <= 1 else { return nil }
            let cost = fraction * cash
            return (cost / (price * (1 + fee)), cost)
        case .units(let units):
            let value = units * price
            let cost = value + value * fee
            return units > 0 && cost <= cash ? (units, cost) : nil
        }
    }
}
