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
                throw call.fault(2, "one such as \"1h\": a whole number and s, m, h, d, w or M")
            }
            guard candles.candles.timeframe.divides(timeframe) else {
                throw call.fault(2, "a longer one that whole candles of \(candles.candles.timeframe) fill")
            }
            return call.return(candles.resampled(to: timeframe))
        },
        .method(
            "align", "...: T -> ...: T",
            "Columns of resampled candles on those they were made of: at each what the last closed one says."
        ) { (candles: LuaCandles, call) in
            guard let clock = candles.clock else {
                throw call.fault("only candles that resample gave have others to align to")
            }
            guard call.count > 1 else { throw call.fault("takes a series or a mask, got nothing") }
            for position in 2...call.count { try candles.pushAligned(position, clock, call) }
            return call.results(call.count - 1)
        },
    ]

    private func resampled(to timeframe: Timeframe) -> LuaCandles {
        let closed = cache.closedCandles(of: candles, in: timeframe)
        return LuaCandles(closed.candles, cache: cache, clock: LuaClock(closed, of: self))
    }

    private func pushAligned(_ position: Int, _ clock: LuaClock, _ call: borrowing LuaCall) throws {
        let column = call[position]
        if let series = column.object(as: LuaSeries.self) {
            try check(series, position, call)
            call.stack.push(
                series.derived("align", [candles.close], [], on: clock.parent) { clock.closed.aligned(series.series) })
        } else if let mask = column.object(as: LuaMask.self) {
            try check(mask, position, call)
            call.stack.push(LuaMask(clock.closed.aligned(mask.mask), clock: clock.parent))
        } else {
            throw call.fault("argument \(position - 1) must be a series or a mask, got \(column.shown)")
        }
    }

    private func check(_ column: some LuaClocked, _ position: Int, _ call: borrowing LuaCall) throws {
        guard column.count != candles.count || !LuaClock.agree(column.clock, clock) else { return }
        throw call.fault(
            "argument \(position - 1) must be a column of these \(candles.count) candles of \(candles.timeframe), "
                + "got one of \(LuaClock.text(column.count, column.clock, values: " values"))")
    }
}
