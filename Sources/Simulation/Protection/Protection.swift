/// How a position is left without a signal; NaN for not at all.
package struct Protection: Hashable, Sendable {
    /// Leave at this fraction of the fill price below it (short: above).
    package var stopLoss: Double
    /// Leave at this fraction of the fill price above it (short: below).
    package var takeProfit: Double
    /// Leave at this fraction below the highest price of the candles before (short: above the lowest).
    package var trailingStop: Double
    /// Leave so many candles after the entry fill, at the same moment of the candle; fractions of a candle are rounded up.
    package var timeLimit: Double

    package static let none = Protection()

    package init(
        stopLoss: Double = .nan, takeProfit: Double = .nan, trailingStop: Double = .nan, timeLimit: Double = .nan
    ) {
        self.stopLoss = stopLoss
        self.takeProfit = takeProfit
        self.trailingStop = trailingStop
        self.timeLimit = timeLimit
    }

    /// Whether each of them is absent or above 0: a stop on the wrong side of the price is none.
    var isSound: Bool {
        !(stopLoss <= 0 || takeProfit <= 0 || trailingStop <= 0 || timeLimit <= 0)
    }

    /// The last candle at whose close the exit for the time limit is ordered; `Int.max` without a limit.
    @inline(__always)
    func lastDecision(entry index: Int, rule: FillRule) -> Int {
        guard timeLimit < 0x1p40 else { return .max }
        return index + Int(timeLimit.rounded(.up)) - rule.delay
    }
}
