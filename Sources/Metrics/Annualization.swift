import Candles
import Simulation

extension Backtest {
    /// How many of its candles fill a year, which numbers a year are scaled by: from the timeframe, for a market that
    /// never closes (365 days). Stocks, with their 252 days, come out too high in volatility and ratios.
    var candlesPerYear: Double { candles.timeframe.candlesPerYear }
}

extension Double {
    /// NaN in place of an infinity: what no number holds is undefined.
    var finiteOrUndefined: Double { isFinite ? self : .nan }

    /// The quotient; undefined where nothing is divided by.
    func over(_ divisor: Double) -> Double {
        divisor == 0 ? .nan : (self / divisor).finiteOrUndefined
    }
}
