import Candles
import Research
import Strategies
import Testing
import TestSupport

@Suite struct FutureCheckTests {
    private func check(_ signals: String) throws -> FutureCheck {
        let script = StrategyScript(
            name: "s", path: "s.lua", text: "return { warmup = 0, signals = function(candles) \(signals) end }")
        let strategy = try LuaStrategy(script)
        return try FutureCheck(strategy, RandomCandles.series(count: 400, seed: 5), strategy.space.defaults)
    }

    @Test func aStrategyThatLooksBackOnlyPasses() throws {
        let check = try check(
            """
            local average = ta.sma(candles.close, 10)
            return { long = { entry = ta.crossover(candles.close, average), exit = ta.crossunder(candles.close, average) } }
            """)
        #expect(check.leak == nil)
        #expect(check.changes == 32)
    }

    @Test func aLevelTakenFromTheLastCandleIsFound() throws {
        let check = try check(
            """
            local last = candles.close[#candles]
            return { long = { entry = candles.close:above(last), exit = candles.close:below(last) } }
            """)
        #expect(check.leak?.place == "s.lua:2")
        #expect(check.leak?.description.contains(" looks ahead: it changes with what comes after candle ") == true)
    }

    private func checkOnCandle(_ prepare: String, _ onCandle: String) throws -> FutureCheck {
        let script = StrategyScript(
            name: "s", path: "s.lua",
            text: """
                return { warmup = 0,
                prepare = function(candles) \(prepare) end,
                on_candle = function(ctx)
                \(onCandle)
                end }
                """)
        let strategy = try LuaStrategy(script)
        return try FutureCheck(strategy, RandomCandles.series(count: 400, seed: 5), strategy.space.defaults)
    }

    @Test func onCandlePassesWhereItLooksBackOnly() throws {
        let check = try checkOnCandle(
            "return { average = ta.sma(candles.close, 10) }",
            """
            if not ctx.position and ctx.close > ctx.average then ctx:enter("long", { stop_loss = 0.01 }) end
            if ctx.position and ctx.close < ctx.average then ctx:exit() end
            """)
        #expect(check.leak == nil)
        #expect(check.changes == 32)
    }

    @Test func aLastCloseThatOnCandleKnowsIsFoundWithItsLine() throws {
        let check = try checkOnCandle(
            "last = candles.close[#candles]",
            """
            if ctx.close < last then
              ctx:enter("long")
            else
              ctx:exit()
            end
            """)
        #expect(check.leak?.signal == "the order")
        #expect(check.leak?.place == "s.lua:5" || check.leak?.place == "s.lua:7")
        #expect(check.leak?.description.contains(": the order at candle ") == true)
    }

    /// A level is a leak as well as an order.
    @Test func aStopThatKnowsTheFutureIsFound() throws {
        let check = try checkOnCandle(
            "last = candles.close[#candles]",
            "if ctx.index % 50 == 0 then ctx:enter('long', { stop_loss = last / 1e6 }) end if ctx.position then ctx:exit() end"
        )
        #expect(check.leak?.place == "s.lua:4")
    }

    @Test func aColumnReadAheadOfTheGateIsFound() throws {
        let check = try checkOnCandle(
            "close = candles.close",
            "if close[ctx.index + 1] and close[ctx.index + 1] > ctx.close then ctx:enter('long') else ctx:exit() end")
        #expect(check.leak?.signal == "the order")
    }

    @Test func aColumnShiftedFromTheFutureIsFound() throws {
        let check = try check(
            """
            local close, ahead = candles.close:table(), {}
            for i = 1, #close do ahead[i] = close[i + 1] or close[i] end
            local rise = series(ahead):above(candles.close)
            return { long = { entry = rise, exit = ~rise } }
            """)
        #expect(check.leak?.signal == "long.entry")
    }
}
