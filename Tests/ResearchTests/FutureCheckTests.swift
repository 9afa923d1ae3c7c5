import Candles
import Research
import Strategies
import Testing
import TestSupport

@Suite struct FutureCheckTests {
    private func check(_ signals: String, count: Int = 400, cuts: Int = 16) throws -> FutureCheck {
        let script = StrategyScript(
            name: "s", path: "s.lua", text: "return { warmup = 0, signals = function(candles) \(signals) end }")
        let strategy = try LuaStrategy(script)
        return try FutureCheck(
            strategy, RandomCandles.series(count: count, seed: 5), strategy.space.defaults, cuts: cuts)
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

    /// Each shows an hour before it has closed: from its open on, from its middle on, one candle too early.
    @Test(arguments: ["(i - 1) // 12 + 1", "(i + 5) // 12", "i // 12 + (i % 12 == 11 and 1 or 0)"])
    func anHourSeenBeforeItsCloseIsFound(_ place: String) throws {
        let check = try check(
            """
            local hour, seen = candles:resample("1h"), {}
            for i = 1, #candles do
              local place = \(place)
              seen[i] = place > 0 and hour.close[place] or 0/0
            end
            local up = series(seen):above(candles.open)
            return { long = { entry = up, exit = ~up } }
            """, count: 3000, cuts: 200)
        #expect(check.leak?.signal == "long.entry")
    }

    @Test func anHourSeenFromItsCloseOnPasses() throws {
        let check = try check(
            """
            local hour = candles:resample("1h")
            local up = hour:align(hour.close):above(candles.open) & hour:align(ta.rising(hour.close, 2))
            return { long = { entry = up, exit = ~up } }
            """, count: 3000, cuts: 200)
        #expect(check.leak == nil && check.changes == 400)
    }

    /// The same, with the places that `align` uses, written by a script.
    @Test func anHourPlacedAsAlignPlacesItPasses() throws {
        let check = try check(
            """
            local hour, seen = candles:resample("1h"), {}
            for i = 1, #candles do seen[i] = i >= 12 and hour.close[i // 12] or 0/0 end
            local up = series(seen):above(candles.open)
            return { long = { entry = up, exit = ~up } }
            """, count: 3000, cuts: 200)
        #expect(check.leak == nil)
    }

    /// In `on_candle`, an hour that is not over yet, read past the prepared columns.
    @Test func anHourReadAheadByOnCandleIsFound() throws {
        let check = try checkOnCandle(
            "hour = candles:resample('1h')",
            """
            local close = hour.close[(ctx.index - 1) // 12 + 1]
            if close and close > ctx.close then ctx:enter('long') else ctx:exit() end
            """)
        #expect(check.leak?.signal == "the order")
    }
}
