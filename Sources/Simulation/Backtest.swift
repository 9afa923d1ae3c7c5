import Candles

/// What a simulation did: fills, trades and equity.
package struct Backtest: Sendable {
    /// What is held over a stretch of candles; equity at a close is `cash + units * close`.
    package struct Holding: Hashable, Sendable {
        /// The candles at whose close this is held.
        package let candles: Range<Int>
        package let cash: Double
        package let units: Double

        package init(candles: Range<Int>, cash: Double, units: Double) {
            self.candles = candles
            self.cash = cash
            self.units = units
        }
    }

    package let candles: CandleSeries
    package let settings: SimulationSettings
    /// What numbers a year are scaled by.
    package let year: TradingYear
    package let fills: [Fill]
    package let trades: [Trade]
    /// One after another, they cover the traded candles.
    package let holdings: [Holding]
    /// What is held after the last candle: marked to its close in equity, and no trade.
    package let openPosition: Position?
    package let summary: EquitySummary
    /// Long and short entry on one candle when flat: neither was taken.
    package let conflictingEntries: Int
    /// Entries that were not taken because their size or protection is no sound number, or cash did not reach.
    package let rejectedEntries: Int
}

extension Backtest {
    /// Equity at the close of each traded candle, computed when asked: its value `i` belongs to candle
    /// `candles.warmup + i`.
    package var equity: Series {
        let (close, first) = (candles.close.span, candles.warmup)
        return Series(count: candles.traded.count) { equity in
            for holding in holdings {
                for index in holding.candles {
                    equity[index - first] = holding.cash + holding.units * close[index]
                }
            }
        }
    }

    /// Money that is in equity but in no fill: 0 but for rounding, or the simulator is wrong.
    ///
    /// Starting cash, less what was paid in fills and fees, plus what is held, is equity; and so is starting cash plus
    /// the profit of the trades plus that of the open position. The larger of both differences.
    package var unexplainedMoney: Double {
        let lastClose = candles.count > 0 ? candles.close[candles.count - 1] : 0
        let paid = fills.reduce(0) { $0 + $1.units * $1.price + $1.fee }
        let held = fills.reduce(0) { $0 + $1.units } * lastClose
        let profit = trades.reduce(0) { $0 + $1.profit }
        let openProfit = openPosition.map { $0.units * (lastClose - $0.entry.price) - $0.entry.fee } ?? 0
        let byFills = settings.startingCash - paid + held - summary.finalEquity
        let byTrades = settings.startingCash + profit + openProfit - summary.finalEquity
        return max(byFills.magnitude, byTrades.magnitude)
    }
}
