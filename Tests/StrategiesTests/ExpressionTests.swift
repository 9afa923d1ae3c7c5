import Candles
import Indicators
import Strategies
import Testing

/// Arithmetic in scripts is worked out when its numbers are asked for; a script cannot tell, but by the time it takes.
struct ExpressionTests {
    private func holds(_ body: String) -> Bool {
        let text = body + "\nreturn { long = { entry = candles.close:above(1) } }"
        let fault = Examples.fault(Examples.signals(text))
        if let fault { Issue.record("\(fault)") }
        return fault == nil
    }

    @Test func aChainHasTheNumbersOfItsSteps() {
        #expect(
            holds(
                """
                local close, mean = candles.close, ta.sma(candles.close, 20)
                local deviation = ta.stddev(candles.close, 20)
                local score = (close - mean) / deviation
                local power, rest, turned = close ^ 2 - 3 * close, close % 7, 10 - -close
                for i = 1, #close do
                  local expected = (close[i] - mean[i]) / deviation[i]
                  assert(score[i] == expected or (score[i] ~= score[i] and expected ~= expected))
                  assert(power[i] == close[i] ^ 2 - 3 * close[i] and rest[i] == close[i] % 7)
                  assert(turned[i] == 10 - -close[i])
                end
                """))
    }

    @Test func aComparisonIsThatOfTheNumbersHoweverOftenItIsAsked() {
        #expect(
            holds(
                """
                local close = candles.close
                for round = 1, 4 do
                  local score = (close - ta.sma(close, 20)) / close
                  local numbers = series(score:table())
                  local pairs = {
                    { score:above(0), numbers:above(0) }, { score:at_least(0), numbers:at_least(0) },
                    { score:below(0.001), numbers:below(0.001) }, { score:at_most(0), numbers:at_most(0) },
                    { score:above(score:ago(1)), numbers:above(numbers:ago(1)) },
                    { close:above(close - score), close:above(close - numbers) },
                    { (score * 2):below(score + 1), (numbers * 2):below(numbers + 1) },
                  }
                  for _, pair in ipairs(pairs) do
                    for i = 1, #close do assert(pair[1][i] == pair[2][i]) end
                  end
                end
                """))
    }

    /// A chain of any length, and one that doubles with each step, take neither the stack nor forever.
    @Test func chainsMayBeLong() {
        #expect(
            holds(
                """
                local sum, half = candles.close * 0, candles.close
                for i = 1, 20000 do sum = sum + 1 end
                for i = 1, 200 do half = (half + half) / 2 end
                for i = 1, #sum do assert(sum[i] == 20000 and half[i] == candles.close[i]) end
                """))
    }

    /// Arithmetic that comes again is found: a column the second time that it is compared, and from then on.
    @Test func whatIsComparedAgainBecomesAColumn() throws {
        let cache = ColumnCache()
        let script = Examples.script(
            Examples.signals("return { long = { entry = ((candles.close - candles.open) / candles.high):above(0) } }"))
        let strategy = try LuaStrategy(script, cache: cache)
        var sizes: [Int] = []
        for _ in 0..<4 {
            _ = try strategy.signals(Examples.candles, .none)
            sizes.append(cache.byteCount)
        }
        #expect(sizes[0] == 0 && sizes[1] > 0 && sizes[2] == sizes[1] && sizes[3] == sizes[1])
    }
}
