// Lua is entered once a trial, and each call of a script into Swift passes the trampoline: cheap enough for columns,
// and what a script that loops over candles pays for each of them. All of it under limits of time and memory.

import Candles
import Lua
import Search
import Strategies

enum BoundaryBenchmarks {
    static var all: [Subject] {
        [
            Subject("boundary.call") {
                let nothing = LuaFunction("nothing", "", "Nothing.") { $0.noResult }
                let lua = LuaState(libraries: [LuaLibrary("bench", "What is timed.", [nothing])])
                let text = "local nothing = bench.nothing; for _ = 1, 100000 do nothing() end"
                let chunk = try lua.compile(LuaScript(name: "call.lua", text: text))
                return Work(per: "empty call from Lua into Swift", count: 100_000) { try lua.run(chunk) { _ in } }
            },
            Subject("boundary.loop") {
                let lua = LuaState()
                let text = "local sum = 0.0; for i = 1, 1000000 do sum = sum + i * 0.5 end; return sum"
                let chunk = try lua.compile(LuaScript(name: "loop.lua", text: text))
                return Work(per: "turn of a loop in Lua", count: 1_000_000) { try lua.run(chunk) { _ in } }
            },
            Subject("boundary.index") {
                let candles = Samples.tenThousand
                let strategy = try LuaStrategy(StrategyScript(name: "index", path: "index.lua", text: indexScript))
                return Work(per: "value of a series, read in a loop in Lua", count: candles.count) {
                    keep(try strategy.signals(candles, .none))
                }
            },
            Subject("boundary.trial") {
                // So few candles that the numbers cost nothing.
                let candles = Samples.tenThousand.newest(64)
                let strategy = try LuaStrategy(StrategyScript(name: "trial", path: "trial.lua", text: trialScript))
                let parameters = strategy.space.defaults
                return Work(per: "trial's Lua: the script run anew, three indicators from the cache, a crossing") {
                    keep(try strategy.signals(candles, parameters))
                }
            },
        ]
    }

    private static let trialScript = """
        return {
          name = "trial",
          space = { fast = space.integer(5, 44), slow = space.integer(50, 170) },
          signals = function(candles, p)
            local close = candles.close
            local fast, slow, range = ta.sma(close, p.fast), ta.sma(close, p.slow), ta.atr(candles, 14)
            return { long = { entry = ta.crossover(fast, slow) }, stop_loss = range }
          end,
        }
        """

    private static let indexScript = """
        return {
          name = "index",
          signals = function(candles)
            local close, sum = candles.close, 0.0
            for i = 1, #close do sum = sum + close[i] end
            local never = close:above(sum)
            return { long = { entry = never, exit = never } }
          end,
        }
        """
}
