import Candles
import Foundation
import Lua
import Search
import Simulation
import Strategies
import TestSupport
import Testing

/// `on_candle` as scripts see it.
struct OnCandleTests {
    private func backtest(
        _ text: String, _ parameters: Parameters = .none, candles: CandleSeries = Examples.candles,
        way: SimulationSettings.Way = .jump, seed: Seed = Seed(1)
    ) throws -> Backtest {
        var simulator = Simulator(candles: candles, settings: SimulationSettings(way: way))
        return try Examples.strategy(text).backtest(parameters, seed: seed, in: &simulator)
    }

    @Test(arguments: SimulationSettings.Way.allCases, [0, 7])
    func theContextKnowsTheCandleTheColumnsAndTheAccount(_ way: SimulationSettings.Way, _ warmup: Int) throws {
        let script = try StrategyShelf(folders: [
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Scripts")
        ]).script("context")
        let candles = Examples.candles.slice(0..<100, warmup: warmup)
        var (simulator, equity): (Simulator, [String]) = (
            Simulator(candles: candles, settings: SimulationSettings(costs: .standard, way: way)), []
        )
        let strategy = try LuaStrategy(script, output: { equity.append($0) })
        let backtest = try strategy.backtest(.none, in: &simulator)
        #expect(backtest.trades.count > 5)
        #expect(equity.map { Double($0) } == backtest.equity.array(), "ctx.equity is the equity curve, to the bit")
    }

    @Test func isAskedAtEachTradedCloseInOrder() throws {
        for way in SimulationSettings.Way.allCases {
            var (simulator, asked): (Simulator, [String]) = (
                Simulator(
                    candles: Examples.candles.slice(0..<300, warmup: 40), settings: SimulationSettings(way: way)),
                []
            )
            let text = """
                return { on_candle = function(ctx)
                  print(ctx.index)
                  if ctx.index % 10 == 0 then ctx:enter(ctx.index % 20 == 0 and "long" or "short", { stop_loss = 0.004 }) end
                end }
                """
            let strategy = try LuaStrategy(Examples.script(text), output: { asked.append($0) })
            let backtest = try strategy.backtest(.none, in: &simulator)
            #expect(asked == (41...300).map(String.init))
            #expect(backtest.fills.contains { $0.reason == .stopLoss } && backtest.trades.count > 20)
        }
    }

    @Test func localsKeepTheStateOfATrialAndNoLonger() throws {
        let strategy = try Examples.strategy(
            """
            local seen = 0
            other = (other or 0) + 1
            return { on_candle = function(ctx)
              seen = seen + 1
              assert(other == 1 and seen <= 600)
              if seen == 10 then ctx:enter("long") end
            end }
            """)
        var simulator = Simulator(candles: Examples.candles, settings: SimulationSettings())
        for _ in 0..<3 {
            let fills = try strategy.backtest(.none, in: &simulator).fills
            #expect(fills.count == 1 && fills[0].index == 10)
        }
    }

    @Test func randomNumbersStartFromTheSeed() throws {
        let text =
            "return { on_candle = function(ctx) if math.random() < 0.1 then ctx:enter('long') else ctx:exit() end end }"
        let fills = try [7, 8, 7].map { try backtest(text, seed: Seed($0)).fills }
        #expect(fills[0] == fills[2] && fills[0] != fills[1] && fills[0].count > 20)
    }

    @Test func anExitGivesWayToAnEntryOnTheOtherSide() throws {
        let text = """
            return { on_candle = function(ctx)
              if ctx.index == 10 then ctx:enter("long") end
              if ctx.index == 20 then ctx:exit() ctx:enter("short") end
            end }
            """
        let backtest = try backtest(text)
        #expect(backtest.fills.map(\.reason) == [.entry, .reversal, .entry])
        #expect(backtest.fills.map(\.index) == [10, 20, 20])
    }

    @Test func aSizeOfNoValueIsRejectedAndAStopOfNoneIsNone() throws {
        let text = """
            return { on_candle = function(ctx)
              if ctx.index == 10 then ctx:enter("long", { size = 0/0 }) end
              if ctx.index == 20 then ctx:enter("long", { stop_loss = 0/0, size = 0.5 }) end
            end }
            """
        let backtest = try backtest(text)
        #expect(backtest.rejectedEntries == 1 && backtest.fills.map(\.index) == [20])
    }

    // MARK: Limits

    private func fault(
        _ text: String, limits: LuaLimits = LuaLimits(), stopsAfter seconds: Double? = nil
    ) throws -> (error: StrategyError?, after: Backtest?) {
        let strategy = try LuaStrategy(Examples.script(text), limits: limits)
        var simulator = Simulator(candles: Examples.candles, settings: SimulationSettings())
        let stop = strategy.stopHandle
        if let seconds {
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: seconds)
                stop.stop()
            }
        }
        do throws(StrategyError) {
            _ = try strategy.backtest(Parameters(["bad": .boolean(true)]), in: &simulator)
            return (nil, nil)
        } catch {
            stop.allow()
            return (error, try? strategy.backtest(Parameters(["bad": .boolean(false)]), in: &simulator))
        }
    }

    /// Each is bad where `p.bad` says so.
    @Test func aBreachEndsTheTrialAndTheNextIsWhole() throws {
        let loop = "return { on_candle = function(ctx, p) while p.bad do end end }"
        let endless = try fault(loop, limits: LuaLimits(time: .milliseconds(100)))
        #expect(endless.error?.isTimed == true && endless.error?.kind == .limit && endless.after != nil)
        #expect(endless.error?.traceback.isEmpty == false)
        let stopped = try fault(loop, stopsAfter: 0.05)
        #expect(stopped.error?.kind == .stopped && stopped.after != nil)
        let memory = try fault(
            "local kept = {} return { on_candle = function(ctx, p) if p.bad then kept[#kept + 1] = string.rep('x', 1 << 20) end end }",
            limits: LuaLimits(memory: 64 << 20))
        #expect(memory.error?.kind == .limit && memory.after != nil)
        let depth = try fault(
            "local function down(n) return 1 + down(n + 1) end return { on_candle = function(ctx, p) if p.bad then down(1) end end }"
        )
        #expect(depth.error?.kind == .faulty && depth.after != nil)
    }

    /// No candle takes long, but all together do.
    @Test func theTimeLimitIsThatOfTheWholeBacktest() throws {
        let slow = try fault(
            "return { on_candle = function(ctx, p) if p.bad then for i = 1, 1e6 do end end end }",
            limits: LuaLimits(time: .milliseconds(200)))
        #expect(slow.error?.isTimed == true && slow.after != nil)
    }

    @Test func theContextIsOfNoUseOutside() throws {
        let text = """
            local kept
            return {
              on_candle = function(ctx)
                if kept then return end
                kept = coroutine.wrap(function(c) while true do c = coroutine.yield(c.close) end end)
                assert(kept(ctx) == ctx.close)
                assert(select(2, pcall(function() coroutine.yield() end)))
              end,
            }
            """
        #expect(throws: Never.self) { try backtest(text) }
    }
}
