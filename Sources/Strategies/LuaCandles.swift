import Candles
import Indicators
import Lua

/// The candles as a strategy is handed them.
package final class LuaCandles: LuaObject {
    package let candles: CandleSeries
    let cache: ColumnCache

    /// Of candles that resample gave; nil for the base ones.
    let clock: LuaClock?

    package let open: LuaSeries
    package let high: LuaSeries
    package let low: LuaSeries
    package let close: LuaSeries
    package let volume: LuaSeries

    /// Made when a script first asks for it, for most candles have no marks.
    private lazy var filled = LuaMask(
        candles.filled ?? Mask(repeating: false, count: candles.count), clock: clock)

    package let memoryCost: Int

    package convenience init(_ candles: CandleSeries, cache: ColumnCache) {
        self.init(candles, cache: cache, clock: nil)
    }

    init(_ candles: CandleSeries, cache: ColumnCache, clock: LuaClock?) {
        self.candles = candles
        self.cache = cache
        self.clock = clock
        let column = { LuaSeries($0, cache: cache, clock: clock, isOfCandles: clock == nil) }
        open = column(candles.open)
        high = column(candles.high)
        low = column(candles.low)
        close = column(candles.close)
        volume = column(candles.volume)
        // Five columns of prices, the times, and where each candle is known.
        memoryCost = clock == nil ? 0 : candles.count * 7 * 8
    }

    package static let luaType = LuaType(
        "candle series", "Candles of one symbol and timeframe, as columns.",
        [
            .field("open: series", "The first price of each candle.") { (c: LuaCandles, call) in call.return(c.open) },
            .field("high: series", "The highest price of each candle.") { (c: LuaCandles, call) in call.return(c.high)
            },
            .field("low: series", "The lowest price of each candle.") { (c: LuaCandles, call) in call.return(c.low) },
            .field("close: series", "The last price of each candle.") { (c: LuaCandles, call) in call.return(c.close) },
            .field("volume: series", "How much was traded in each candle.") { (c: LuaCandles, call) in
                call.return(c.volume)
            },
            .field("filled: mask", "Which candles an import filled in where none were recorded (--gaps fill).") {
                (c: LuaCandles, call) in
                call.return(c.filled)
            },
            .field("time: series", "The start of each candle, in milliseconds since 1970, UTC.") {
                (c: LuaCandles, call) in
                call.return(c.time)
            },
            .field("hl2: series", "(high + low) / 2.") { (c: LuaCandles, call) in
                call.return(
                    c.mean("hl2", extraDecimals: 1) { ($0.high + $0.low) / 2 })
            },
            .field("hlc3: series", "(high + low + close) / 3.") { (c: LuaCandles, call) in
                call.return(c.mean("hlc3") { ($0.high + $0.low + $0.close) / 3 })
            },
            .field("ohlc4: series", "(open + high + low + close) / 4.") { (c: LuaCandles, call) in
                call.return(c.mean("ohlc4", extraDecimals: 2) { ($0.open + $0.high + $0.low + $0.close) / 4 })
            },
            .field("symbol: string", "What is traded.") { (c: LuaCandles, call) in call.return(c.candles.symbol) },
            .field("timeframe: string", "The length of a candle, as in 5m.") { (c: LuaCandles, call) in
                call.return(c.candles.timeframe.description)
            },
            .field("warmup: integer", "How many leading candles are there for indicators only.") {
                (c: LuaCandles, call) in
                call.return(c.candles.warmup)
            },
            .operator(.length, gives: "integer", "How many candles, those of the warm-up among them.") { call in
                call.return(try call.object(1, as: LuaCandles.self).candles.count)
            },
            .operator(.text, gives: "string", "Symbol, timeframe and how many.") { call in
                let candles = try call.object(1, as: LuaCandles.self).candles
                return call.return("\(candles.count) candles of \(candles.symbol) \(candles.timeframe)")
            },
            LuaSeries.refusal(.newIndex, "candles never change"),
        ] + longerMembers)

    /// A column by its name.
    func column(_ name: String) -> Series? {
        switch name {
        case "open": candles.open
        case "high": candles.high
        case "low": candles.low
        case "close": candles.close
        case "volume": candles.volume
        case "time": time.series
        default: nil
        }
    }

    private var time: LuaSeries {
        let time = candles.time
        return close.derived("time", [], []) {
            Series(count: time.count) { result in
                for index in result.indices { result[index] = Double(time[index]) }
            }
        }
    }

    /// A mean of the prices of each candle; halves and quarters of ticks are whole numbers of smaller ones.
    private func mean(
        _ name: String, extraDecimals: Int? = nil, _ compute: (CandleSeries) -> Series
    ) -> LuaSeries {
        close.derived(name, [candles.open, candles.high, candles.low], []) {
            let decimals = candles.close.tick.flatMap { tick in extraDecimals.map { tick.decimals + $0 } }
            return Series(
                compute(candles).values, tick: decimals.flatMap { $0 <= 10 ? Tick(decimals: $0) : nil })
        }
    }
}
