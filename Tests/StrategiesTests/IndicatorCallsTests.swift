import Search
import Strategies
import Testing

/// What the calls of indicators tell about the warm-up that a strategy needs.
struct IndicatorCallsTests {
    private func longest(_ body: String) throws -> IndicatorCalls.Call? {
        let calls = IndicatorCalls()
        let strategy = try LuaStrategy(Examples.script(Examples.signals(body)), calls: calls)
        _ = try strategy.signals(Examples.candles, Parameters.none)
        return calls.longest
    }

    @Test func theLongestCallIsToldWithItsLine() throws {
        let call = try longest(
            """
            local fast = ta.sma(candles.close, 10)
            local slow = ta.sma(candles.close, 50)
            return { long = { entry = fast:above(slow) } }
            """)
        #expect(call?.name == "ta.sma" && call?.warmup == 49 && call?.place == "s.lua:3")
    }

    @Test func warmupsOfCallsWithinCallsAddUp() throws {
        let call = try longest(
            "return { long = { entry = candles.close:above(ta.sma(ta.sma(candles.close, 50), 100)) } }")
        #expect(call?.warmup == 49 + 99)
        let delayed = try longest(
            "return { long = { entry = candles.close:above(ta.sma(candles.close:ago(7), 100)) } }")
        #expect(delayed?.warmup == 7 + 99)
    }

    @Test func withoutCallsThereIsNone() throws {
        #expect(try longest("return { long = { entry = candles.close:above(1) } }") == nil)
    }
}
