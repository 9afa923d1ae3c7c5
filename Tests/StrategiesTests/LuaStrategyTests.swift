import Candles
import Foundation
import Indicators
import Lua
import Search
import Simulation
import Strategies
import TestSupport
import Testing

struct LuaStrategyTests {
    private let crossing = """
        return {
          name = "crossing",
          space = { fast = space.integer(2, 9), slow = space.real(10, 20, {default = 12, step = 0.5}), kind = space.choice{"a", "b"} },
          where = function(p) return p.fast < p.slow end,
          warmup = function(p) return 3 * p.fast end,
          signals = function(candles, p)
            local fast, slow = ta.sma(candles.close, p.fast), ta.sma(candles.close, p.slow // 1)
            return { long = { entry = ta.crossover(fast, slow) }, short = { entry = ta.crossunder(fast, slow) }, stop_loss = 0.02, size = 0.5 }
          end,
        }
        """

    @Test func readsWhatTheTableSays() throws {
        let strategy = try Examples.strategy(crossing)
        #expect(strategy.name == "crossing")
        #expect(strategy.space.dimensions.map(\.name) == ["fast", "kind", "slow"])
        #expect(strategy.space.defaults.description == "fast=5 kind=a slow=12.0")
        #expect(try strategy.warmup(strategy.space.defaults) == 15)
        #expect(strategy.hasConstraint)
        let plain = try Examples.strategy("return { signals = function() end }")
        #expect(plain.name == "s" && plain.space == .empty && !plain.hasConstraint)
        #expect(try plain.warmup(.none) == 500)
        #expect(plain.constraintMaker == nil)
    }

    @Test func whereBecomesAConstraint() throws {
        let strategy = try Examples.strategy(crossing)
        let make = try #require(strategy.constraintMaker)
        let constraint = try make()
        #expect(try constraint.allows(strategy.space.defaults))
        #expect(try !constraint.allows(strategy.space.defaults.setting(["fast": .integer(30)])))
    }

    @Test func givesTheSignalsOfItsColumns() throws {
        let strategy = try Examples.strategy(crossing)
        let close = Examples.candles.close
        let signals = try strategy.signals(Examples.candles, strategy.space.defaults)
        let (fast, slow) = (close.simpleMovingAverage(5), close.simpleMovingAverage(12))
        #expect(signals.long?.entry.array() == Mask.crossover(fast, slow).array())
        #expect(signals.short?.entry.array() == Mask.crossover(slow, fast).array())
        #expect(signals.long?.exit.trueCount == 0)
        #expect(signals.size[0] == 0.5 && signals.stopLoss?[0] == 0.02 && signals.takeProfit == nil)
    }

    @Test func givesTheSameSignalsInEveryInterpreter() throws {
        let text = """
            return { signals = function(candles)
              local sum = 0
              for name, value in pairs({ b = 0.1, a = 0.2, c = 0.3, [3] = 0.4, d = 1e-9 }) do sum = sum / 3 + value end
              return { long = { entry = candles.close:above(100 + sum * math.random()) }, size = math.random() }
            end }
            """
        let contents = try (0..<5).map { _ in
            try Examples.strategy(text).signals(Examples.candles, .none, seed: Seed(7)).content
        }
        #expect(Set(contents).count == 1)
        #expect(
            try Examples.strategy(text).signals(Examples.candles, Parameters.none, seed: Seed(8)).content != contents[0]
        )
    }

    @Test func randomNumbersStartFromTheTrialsSeed() throws {
        let strategy = try Examples.strategy(
            Examples.signals("return { long = { entry = candles.close:above(0) }, size = math.random() }"))
        let sizes = try [1, 2, 1].map { try strategy.signals(Examples.candles, .none, seed: Seed($0)).size[0] }
        #expect(sizes[0] == sizes[2] && sizes[0] != sizes[1])
    }

    @Test func nothingIsCarriedFromTrialToTrial() throws {
        let module = StrategyScript.Module(name: "m", path: "m.lua", text: "return { count = 0 }")
        let script = Examples.script(
            """
            local m = require "m"
            local calls = 0
            return { signals = function(candles, p)
              calls = calls + 1
              m.count = m.count + 1
              assert(calls == 1, "an upvalue was kept")
              assert(m.count == 1, "a module was kept")
              assert(leaked == nil, "a global was kept")
              for name in pairs(p) do error("a parameter was kept: " .. name) end
              leaked, p.mark = 1, 1
              return { long = { entry = candles.close:above(0) } }
            end }
            """, modules: [module])
        let strategy = try LuaStrategy(script)
        for _ in 0..<3 { _ = try strategy.signals(Examples.candles, Parameters.none) }
        #expect(throws: StrategyError.self) {
            try Examples.strategy("ta.sma = nil\nreturn { signals = function() end }")
        }
    }

    @Test func aFaultLeavesTheStrategyUsable() throws {
        let strategy = try Examples.strategy(
            "return { space = { n = space.integer(0, 9) }, signals = function(c, p)\n"
                + "return { long = { entry = ta.crossover(c.close, ta.sma(c.close, p.n)) } } end }")
        for _ in 0..<3 {
            #expect(throws: StrategyError.self) {
                try strategy.signals(Examples.candles, Parameters(["n": .integer(0)]))
            }
            #expect(try strategy.signals(Examples.candles, Parameters(["n": .integer(3)])).long != nil)
        }
    }

    @Test func anEqualColumnIsComputedOnceForAllTrials() throws {
        let cache = ColumnCache()
        let text = Examples.signals(
            "local b = (candles.hl2 - ta.ema(candles.close, 9)):ago(1)\nreturn { long = { entry = b:above(0) }, stop_loss = b }"
        )
        var identities: Set<SeriesIdentity> = []
        for _ in 0..<3 {
            let strategy = try LuaStrategy(Examples.script(text), cache: cache)
            for _ in 0..<2 {
                guard case .column(let column)? = try strategy.signals(Examples.candles, .none).stopLoss else {
                    continue
                }
                identities.insert(column.identity)
            }
        }
        #expect(identities.count == 1)
    }

    @Test func otherCandlesAreSeenAsSuch() throws {
        let strategy = try Examples.strategy(
            Examples.signals(
                "return { long = { entry = candles.close:above(0) }, size = 1 / #candles, time_limit = candles.warmup + 1 }"
            ))
        for (count, warmup) in [(100, 0), (100, 20), (50, 10)] {
            let signals = try strategy.signals(Examples.candles.newest(count, warmup: warmup), .none)
            #expect(signals.size[0] == 1 / Double(count + warmup) && signals.timeLimit?[0] == Double(warmup + 1))
        }
    }

    @Test func anEndlessLoopEndsAtItsLimit() async {
        let error = await onWorkerThread {
            fault(of: Examples.signals("while true do end"), LuaLimits(time: .milliseconds(100)))
        }
        #expect(error?.kind == .limit && error?.isTimed == true)
        #expect(error?.description.hasPrefix("s.lua:2: ") == true)
    }

    @Test func anotherThreadEndsTheCallInFlight() async {
        let error = await onWorkerThread {
            fault(of: Examples.signals("while true do end"), LuaLimits(), stopsAfter: 0.05)
        }
        #expect(error?.kind == .stopped && error?.isTimed == true)
    }

    @Test func columnsCountAgainstTheMemoryLimit() throws {
        let script = Examples.script(
            Examples.signals("local t = {} for i = 1, 100000 do t[i] = candles.close + i end"))
        let strategy = try LuaStrategy(
            script, cache: ColumnCache(byteLimit: 1 << 20), limits: LuaLimits(memory: 8 << 20))
        do {
            _ = try strategy.signals(Examples.candles, .none)
            Issue.record("480 MB of columns were held")
        } catch {
            #expect(error.kind == .limit && !error.isTimed)
        }
    }

    @Test func printGoesToTheOutput() throws {
        nonisolated(unsafe) var lines: [String] = []
        let text = Examples.signals("print('n', #candles) return { long = { entry = candles.close:above(0) } }")
        let strategy = try LuaStrategy(Examples.script(text), output: { lines.append($0) })
        _ = try strategy.signals(Examples.candles, .none)
        #expect(lines == ["n\t600"])
    }
}

/// Runs `body` as a worker does: on a thread of its own, which takes signals and has a deep stack.
private func onWorkerThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: body()) }
        thread.stackSize = 8 << 20
        thread.start()
    }
}

/// How a script ends that does not end by itself.
private func fault(of text: String, _ limits: LuaLimits, stopsAfter delay: TimeInterval? = nil) -> StrategyError? {
    do {
        let strategy = try LuaStrategy(Examples.script(text), limits: limits)
        if let delay {
            let stop = strategy.stopHandle
            Thread {
                Thread.sleep(forTimeInterval: delay)
                stop.stop()
            }.start()
        }
        _ = try strategy.signals(Examples.candles, .none)
        return nil
    } catch {
        return error
    }
}
