/// An executed order.
package struct Fill: Hashable, Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        case entry
        case exit
        case reversal
        case stopLoss = "stop_loss"
        case takeProfit = "take_profit"
        case trailingStop = "trailing_stop"
        case timeLimit = "time_limit"
    }

    /// The candle in which it was filled.
    package let index: Int
    package let price: Double
    /// Units bought (positive) or sold (negative).
    package let units: Double
    package let fee: Double
    package let reason: Reason

    package init(index: Int, price: Double, units: Double, fee: Double, reason: Reason) {
        self.index = index
        self.price = price
        self.units = units
        self.fee = fee
        self.reason = reason
    }
}
