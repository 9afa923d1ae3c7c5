import Candles
import Lua

/// Longer candles beside the base ones: indicators run on their own columns, and `align` brings what they give back,
/// from the close of each longer candle on.
extension LuaCandles {
    static let longerMembers: [LuaMember] = [
        .method(
            "resample", "timeframe: string -> candle_series",
            "The same market in whole longer candles, with columns of their own; align brings those back."
        ) { (candles: LuaCandles, call) in
            guard let timeframe = call[2].string.flatMap({ Timeframe($0) }) else {
                throw call.fault(2, "a timeframe, as in \"1h\"")
            }
            return call.return(try candles.resampled(to: timeframe, call))
        },
        .method(
            "align", "column: series|mask -> any",
            "A column of resampled candles on those they were made of: at each what the last closed one says."
        ) { (candles: LuaCandles, call) in
            guard let closed = candles.closed else {
                throw call.fault("only candles that resample gave are aligned to the candles they were made of")
            }
            let column = call[2]
            if let series = column.object(as: LuaSeries.self) {
                try candles.check(series.series.count, call)
                return call.return(
                    series.derived("align", [candles.candles.close], []) { closed.aligned(series.series) })
            }
            guard let mask = column.object(as: LuaMask.self)?.mask else { throw call.fault(2, "a series or a mask") }
            try candles.check(mask.count, call)
            return call.return(LuaMask(closed.aligned(mask)))
        },
    ]

    private func resampled(to timeframe: Timeframe, _ call: borrowing LuaCall) throws -> LuaCandles {
        if let known = longer[timeframe] { return known }
        do throws(CandleError) {
            let made = LuaCandles(try ClosedCandles(of: candles, in: timeframe), cache: cache)
            longer[timeframe] = made
            return made
        } catch {
            throw call.fault("\(error)")
        }
    }

    private func check(_ count: Int, _ call: borrowing LuaCall) throws {
        guard count != candles.count else { return }
        throw call.fault(
            "column must be one of these \(candles.count) candles of \(candles.timeframe), got one of \(count) values")
    }
}
