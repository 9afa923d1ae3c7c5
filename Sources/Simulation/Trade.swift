/// Entry fill to exit fill. A position that is open at the end is no trade.
package struct Trade: Hashable, Sendable {
    package let side: Side
    package let entry: Fill
    package let exit: Fill
    /// Money gained, both fees taken off.
    package let profit: Double
    /// What the entry cost, fee included; for a short one the value sold and the fee.
    package let cost: Double

    /// Profit as a fraction of what the entry cost.
    package var profitFraction: Double { profit / cost }

    package init(side: Side, entry: Fill, exit: Fill, profit: Double, cost: Double) {
        self.side = side
        self.entry = entry
        self.exit = exit
        self.profit = profit
        self.cost = cost
    }
}
