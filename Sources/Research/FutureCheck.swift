import Candles
import Search
import Simulation
import Strategies

/// Does a signal or an order change when the future is cut away, or becomes another one?
///
/// A strategy that sees no future wishes for the same up to a candle whatever comes after it. The check takes the future
/// away at several candles, and then turns it upside down. Of `on_candle` it compares the orders: each depends on the
/// fills before it, so equal orders are equal fills.
package struct FutureCheck: Sendable {
    /// A signal or an order that depended on what came later.
    package struct Leak: Hashable, Sendable, CustomStringConvertible {
        /// Such as `long.entry`; `the order` of `on_candle`.
        package let signal: String
        /// The script's line that made the order or names the signal, `x.lua:12`.
        package let place: String?
        /// The candle whose signal changed, and how many candles were known then.
        package let index: Int
        package let known: Int

        package var description: String {
            (place.map { "\($0): " } ?? "")
                + "\(signal) at candle \(index + 1) looks ahead: it changes with what comes after candle \(known)"
        }
    }

    /// How often the future was changed.
    package let changes: Int
    package let leak: Leak?

    /// Checks the strategy with `parameters` over `candles`; stops at the first leak.
    package init(
        _ strategy: LuaStrategy, _ candles: CandleSeries, _ parameters: Parameters, cuts: Int = 16
    ) throws(StrategyError) {
        let whole = try Wishes(of: strategy, candles, parameters)
        var changes = 0
        for known in Self.cuts(of: candles, count: cuts) {
            for future in [candles.prefix(known), candles.mirrored(from: known)] {
                let wishes = try Wishes(of: strategy, future, parameters)
                changes += 1
                if let leak = whole.leak(comparedWith: wishes, known: known, in: strategy.script) {
                    self.changes = changes
                    self.leak = leak
                    return
                }
            }
        }
        self.changes = changes
        leak = nil
    }

    /// What a strategy wishes for, in its own form.
    private enum Wishes {
        case signals(Signals)
        case orders([OrderNote])

        init(
            of strategy: LuaStrategy, _ candles: CandleSeries, _ parameters: Parameters
        ) throws(StrategyError) {
            switch strategy.form {
            case .signals: self = .signals(try strategy.signals(candles, parameters))
            case .onCandle:
                var simulator = Simulator(candles: candles, settings: SimulationSettings())
                self = .orders(try strategy.orders(parameters, in: &simulator))
            }
        }

        func leak(comparedWith other: Wishes, known: Int, in script: StrategyScript) -> Leak? {
            switch (self, other) {
            case (.signals(let mine), .signals(let theirs)):
                mine.firstDifference(from: theirs, before: known).map {
                    let path = ["signals"] + $0.signal.split(separator: ".").map(String.init)
                    return Leak(
                        signal: $0.signal, place: "\(script.place(of: path))", index: $0.index, known: known)
                }
            case (.orders(let mine), .orders(let theirs)):
                OrderNote.firstDifference(mine, theirs, before: known).map {
                    Leak(signal: "the order", place: $0.place, index: $0.index, known: known)
                }
            default: nil
            }
        }
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
            close: close.followed(from: known, by: close, mirroredAt: pivot), volume: volume, warmup: warmup,
            filled: filled)
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
