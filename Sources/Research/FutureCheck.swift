import Candles
import Search
import Simulation
import Strategies

/// Does a signal change when the future is cut away, or becomes another one?
///
/// A strategy that sees no future gives the same signals up to a candle whatever comes after it. The check takes the
/// future away at several candles, and then turns it upside down.
package struct FutureCheck: Sendable {
    /// A signal that depended on what came later.
    package struct Leak: Hashable, Sendable, CustomStringConvertible {
        /// Such as `long.entry`.
        package let signal: String
        /// The candle whose signal changed, and how many candles were known then.
        package let index: Int
        package let known: Int

        package var description: String {
            "\(signal) at candle \(index + 1) changes with what comes after candle \(known)"
        }
    }

    /// How often the future was changed.
    package let changes: Int
    package let leak: Leak?

    /// Checks the strategy with `parameters` over `candles`; stops at the first leak.
    package init(
        _ strategy: LuaStrategy, _ candles: CandleSeries, _ parameters: Parameters, cuts: Int = 16
    ) throws(StrategyError) {
        let seed = Seed(1)
        let whole = try strategy.signals(candles, parameters, seed: seed)
        var changes = 0
        for known in Self.cuts(of: candles, count: cuts) {
            for future in [candles.prefix(known), candles.mirrored(from: known)] {
                let signals = try strategy.signals(future, parameters, seed: seed)
                changes += 1
                if let (signal, index) = whole.firstDifference(from: signals, before: known) {
                    self.changes = changes
                    leak = Leak(signal: signal, index: index, known: known)
                    return
                }
            }
        }
        self.changes = changes
        leak = nil
    }

    /// Counts of known candles, spread over the traded ones.
    private static func cuts(of candles: CandleSeries, count: Int) -> [Int] {
        let traded = candles.traded
        guard traded.count > 1 else { return [] }
        return (1...count).map { traded.lowerBound + max(1, traded.count * $0 / (count + 1)) }
    }
}

extension CandleSeries {
    /// The first `count` candles.
    fileprivate func prefix(_ count: Int) -> CandleSeries {
        slice(0..<count, warmup: min(warmup, count))
    }

    /// The same candles up to `known`; from there on prices rise where they fell, around the last known close.
    fileprivate func mirrored(from known: Int) -> CandleSeries {
        let pivot = close[known - 1]
        return CandleSeries(
            symbol: symbol, timeframe: timeframe, time: time,
            open: open.followed(from: known, by: open, mirroredAt: pivot),
            high: high.followed(from: known, by: low, mirroredAt: pivot),
            low: low.followed(from: known, by: high, mirroredAt: pivot),
            close: close.followed(from: known, by: close, mirroredAt: pivot), volume: volume, warmup: warmup)
    }
}

extension Series {
    /// These values up to `known`, then those of `other` turned around `pivot`, in whole ticks where these are.
    fileprivate func followed(from known: Int, by other: Series, mirroredAt pivot: Double) -> Series {
        let future = other.array().dropFirst(known).map { value in
            let mirrored = pivot * pivot / value
            guard let tick else { return mirrored }
            return max((mirrored * tick.perUnit).rounded(), 1) / tick.perUnit
        }
        return Series(array().prefix(known) + future, tick: tick)
    }
}

extension Signals {
    /// The first candle before `end` at which the two wish for different things, and what.
    fileprivate func firstDifference(from other: Signals, before end: Int) -> (signal: String, index: Int)? {
        let masks = [
            ("long.entry", long?.entry, other.long?.entry), ("long.exit", long?.exit, other.long?.exit),
            ("short.entry", short?.entry, other.short?.entry), ("short.exit", short?.exit, other.short?.exit),
        ]
        for (name, mine, theirs) in masks {
            let index = (0..<end).first { (mine?[$0] ?? false) != (theirs?[$0] ?? false) }
            if let index { return (name, index) }
        }
        let levels = [
            ("size", size, other.size), ("stop_loss", stopLoss, other.stopLoss),
            ("take_profit", takeProfit, other.takeProfit), ("trailing_stop", trailingStop, other.trailingStop),
            ("time_limit", timeLimit, other.timeLimit),
        ]
        for (name, mine, theirs) in levels {
            let index = (0..<end).first { !Self.same(mine?[$0], theirs?[$0]) }
            if let index { return (name, index) }
        }
        return nil
    }

    /// Equal, or both without a value. Ticks of a cut column may round another way, hence the little room.
    private static func same(_ left: Double?, _ right: Double?) -> Bool {
        let (left, right) = (left ?? .nan, right ?? .nan)
        if left.isNaN || right.isNaN { return left.isNaN && right.isNaN }
        return (left - right).magnitude <= 1e-9 * max(left.magnitude, right.magnitude)
    }
}
