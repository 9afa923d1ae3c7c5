/// What a fill costs, as fractions of its value.
package struct Costs: Hashable, Sendable {
    /// Paid to the venue on each fill.
    package var fee: Double
    /// How much worse than seen a market order fills: a buy above, a sale below. Not on stops and targets.
    package var slippage: Double

    package static let free = Costs(fee: 0, slippage: 0)
    package static let standard = Costs(fee: 0.001, slippage: 0)

    package init(fee: Double, slippage: Double = 0) {
        self.fee = fee
        self.slippage = slippage
    }

    /// What a market order fills at when `price` is seen.
    func slipped(_ price: Double, buying: Bool) -> Double {
        price * (buying ? 1 + slippage : 1 - slippage)
    }
}
