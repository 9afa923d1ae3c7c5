import Candles
import Simulation

/// How many candles fill a year: what numbers a year are scaled by.
package struct Annualization: Hashable, Sendable {
    package let candlesPerYear: Double

    package init(candlesPerYear: Double) { self.candlesPerYear = candlesPerYear }
}

extension Double {
    /// NaN in place of an infinity: what no number holds is undefined.
    var finiteOrUndefined: Double { isFinite ? self : .nan }

    /// The quotient; undefined where nothing is divided by.
    func over(_ divisor: Double) -> Double {
        divisor == 0 ? .nan : (self / divisor).finiteOrUndefined
    }
}
