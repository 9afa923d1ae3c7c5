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
        #expect(check.leak != nil)
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
