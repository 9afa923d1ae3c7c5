/// What is held: an entry fill and how it may be left.
package struct Position: Hashable, Sendable {
    package let side: Side
    package let entry: Fill

    /// What the entry cost, fee included: value sold and fee for a short one.
    let cost: Double
    /// What the entry did to cash.
    package let flow: Double
    var bracket: Bracket
    /// The candle at whose close the exit for the time limit is ordered.
    let lastDecision: Int

    /// Units held; negative when short.
    package var units: Double { entry.units }

    /// Money gained if it is worth `price` a unit: the fee of the entry is taken off, no exit is paid for.
    package func profit(at price: Double) -> Double { flow + units * price }
}
