import Candles

/// How far price went while a position was held, as fractions of its entry price, both from 0 on.
///
/// MAE and MFE of Sweeney, Campaign Trading, 1996: at highs and lows of the candles held. Of a candle that was held
/// in part, entered or left at its open or inside, the price of the fill alone counts where it is not known what came
/// before and after.
package struct Excursion: Hashable, Sendable {
    /// The furthest against the position.
    package let adverse: Double
    /// The furthest in its favor.
    package let favorable: Double

    package init(adverse: Double, favorable: Double) {
        self.adverse = adverse
        self.favorable = favorable
    }
}

extension Backtest {
    /// One for each trade. A pass over the candles held.
    package var excursions: [Excursion] {
        let (high, low) = (candles.high.span, candles.low.span)
        return trades.map { trade in
            let entry = trade.entry.price
            var (highest, lowest) = (max(entry, trade.exit.price), min(entry, trade.exit.price))
            for index in heldWhole(trade) {
                highest = max(highest, high[index])
                lowest = min(lowest, low[index])
            }
            let (rise, fall) = (highest / entry - 1, 1 - lowest / entry)
            return trade.side == .long
                ? Excursion(adverse: fall, favorable: rise) : Excursion(adverse: rise, favorable: fall)
        }
    }

    /// The candles through which a position was held: those entered at a close come after it, those left at one before.
    private func heldWhole(_ trade: Trade) -> Range<Int> {
        let isAtClose = settings.fillRule != .nextOpen
        let first = isAtClose ? trade.entry.index + 1 : trade.entry.index
        let isLeftAtClose = isAtClose && [.exit, .reversal, .timeLimit].contains(trade.exit.reason)
        return first..<max(first, isLeftAtClose ? trade.exit.index + 1 : trade.exit.index)
    }
}
