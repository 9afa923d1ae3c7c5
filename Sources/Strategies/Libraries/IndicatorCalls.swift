import Candles
import Indicators
import Lua

/// What a script's calls of indicators tell: how long the longest of them takes to settle.
package final class IndicatorCalls {
    /// A call of an indicator, and how many leading candles its result is without a value: of base candles at most so
    /// many, wherever they begin, if it is a call on resampled ones.
    package struct Call: Sendable {
        /// As in `ta.sma`, `ta.sma of 1h`.
        package let name: String
        /// As in `x.lua:14`.
        package let place: String
        package let warmup: Int
    }

    package private(set) var longest: Call?

    package init() {}

    /// What the inputs lack at their beginning comes before what the indicator states.
    func note(_ indicator: Indicator, _ inputs: IndicatorInputs, _ options: [Double], _ call: borrowing LuaCall) {
        let missing = inputs.series.map(\.leadingMissing).max() ?? 0
        let own = missing + indicator.warmup(indicator.options(options))
        let warmup = inputs.clock?.baseCandles(lacking: own) ?? own
        guard warmup > longest?.warmup ?? -1 else { return }
        let name = "ta." + indicator.name + (inputs.clock.map { " of \($0.timeframe)" } ?? "")
        longest = Call(name: name, place: call.place, warmup: warmup)
    }
}

extension Series {
    /// How many values are missing before the first one.
    fileprivate var leadingMissing: Int {
        (0..<count).first { !self[$0].isNaN } ?? count
    }
}
