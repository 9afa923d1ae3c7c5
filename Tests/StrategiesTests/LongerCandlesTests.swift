import Candles
import Indicators
import Lua
import Search
import Simulation
import Strategies
import TestSupport
import Testing

/// `candles:resample` and `align` as scripts use them.
struct LongerCandlesTests {
    private static let candles = Examples.candles

    /// Candles of which many are missing.
    private static func sparse(_ seed: UInt64) -> CandleSeries {
        let all = RandomCandles.series(count: 900, seed: seed)
        var random = SplitMix(state: seed)
        var gap = 0
        let kept = (0..<all.count).filter { _ in
            if gap == 0, Int.random(in: 0..<40, using: &random) == 0 { gap = Int.random(in: 1..<60, using: &random) }
            gap = max(0, gap - 1)
            return gap == 0
        }
        return CandleSeries(
            symbol: "SPARSE", timeframe: all.timeframe, candles: kept.map { all[$0] }, tick: all.close.tick)
    }

    /// At each candle the mean of the last three closes of the longer candles whose end is not behind its own, plainly.
    private static func slowMeans(_ candles: CandleSeries, _ longer: Timeframe) -> [Double] {
        (0..<candles.count).map { now in
            let close = candles.timeframe.start(after: candles.time[now])
            var closes: [(start: Int64, close: Double)] = []
            for index in 0...now {
                let start = longer.start(containing: candles.time[index])
                guard start >= candles.time[0], longer.start(after: start) <= close else { continue }
                if closes.last?.start == start { closes.removeLast() }
                closes.append((start, candles.close[index]))
            }
            return closes.count < 3 ? .nan : closes.suffix(3).map(\.close).reduce(0, +) / 3
        }
    }

    @Test(arguments: ["10m", "1h", "4h", "7h", "1d"])
    func aColumnSaysWhatTheLastClosedCandlesSay(_ longer: String) throws {
        let timeframe = try #require(Timeframe(longer))
        for candles in [Self.candles, Self.candles.slice(7..<600), Self.sparse(3), Self.sparse(8)] {
            let seen = try candles.column("longer:align(ta.sma(longer.close, 3))", longer: longer).array()
            let expected = Self.slowMeans(candles, timeframe)
            for (value, plain) in zip(seen, expected) {
                #expect(value.isNaN == plain.isNaN && !((value - plain).magnitude > 1e-9 * plain))
            }
        }
    }

    /// Cutting the future away, or having another one, changes nothing that was seen before: 300 cuts.
    @Test(arguments: 0..<6 as Range<UInt64>) func aColumnSeesNoFuture(_ seed: UInt64) throws {
        let candles = seed % 2 == 0 ? Self.sparse(seed) : RandomCandles.series(count: 700, seed: seed)
        var random = SplitMix(state: seed)
        let expression = "longer:align(ta.ema(longer.high, 4) - longer.low:ago(2))"
        for longer in ["15m", "1h"] {
            let whole = try candles.column(expression, longer: longer).array()
            for _ in 0..<25 {
                let known = Int.random(in: 1..<candles.count, using: &random)
                let other = CandleSeries(
                    symbol: "OTHER", timeframe: candles.timeframe,
                    candles: (0..<candles.count).map { index in
                        guard index >= known else { return candles[index] }
                        let price = Double.random(in: 1..<900, using: &random).rounded()
                        return Candle(
                            time: candles.time[index], open: price, high: price, low: price, close: price, volume: 1)
                    }, tick: candles.close.tick)
                for future in [candles.slice(0..<known), other] {
                    let seen = try future.column(expression, longer: longer).array()
                    #expect(
                        seen[..<known].map(\.bitPattern) == whole[..<known].map(\.bitPattern), "\(longer) at \(known)")
                }
            }
        }
    }

    @Test func allColumnsOfAMacdComeBackAtOnce() throws {
        let whole = try Self.candles.column("ta.macd(longer.close, 3, 6, 2)", longer: "10m", aligned: 3)
        #expect(whole.count == 3)
        let second = try Self.candles.column(
            "longer:align(select(2, ta.macd(longer.close, 3, 6, 2)))", longer: "10m")
        #expect(whole[1].array().map(\.bitPattern) == second.array().map(\.bitPattern))
    }

    @Test func hoursOfDaysAreDays() throws {
        let candles = RandomCandles.series(count: 2000, seed: 4)
        let direct = try candles.column("longer:align(longer.high)", longer: "1d").array()
        let nested = try candles.column(
            "(function() local day = longer:resample('1d') return longer:align(day:align(day.high)) end)()",
            longer: "1h"
        ).array()
        #expect(direct.map(\.bitPattern) == nested.map(\.bitPattern))
        #expect(direct.contains { !$0.isNaN })
    }

    @Test func aMaskSaysWhatTheLastClosedCandleSays() throws {
        let script = Examples.script(
            Examples.signals(
                """
                local hour = candles:resample("1h")
                local up = hour.close:above(hour.open)
                return { long = { entry = hour:align(up), exit = hour:align(hour.close):above(hour:align(hour.open)) } }
                """))
        let long = try #require(try LuaStrategy(script).signals(Self.candles, .none).long)
        #expect(long.entry.array() == long.exit.array())
        #expect(long.entry.trueCount > 100 && long.entry.trueCount < 500)
    }

    /// Two strategies that share a cache, as the workers of a study do, make the longer candles once.
    @Test func longerCandlesAreMadeOnceForAllWorkers() throws {
        let cache = ColumnCache()
        let expression = "longer:align(ta.sma(longer.close, 5))"
        let first = try Self.candles.column(expression, longer: "1h", cache: cache)
        let bytes = cache.byteCount
        let second = try Self.candles.column(expression, longer: "1h", cache: cache)
        #expect(first.identity == second.identity && cache.byteCount == bytes)
    }

    @Test func theTimeframeMayBeAParameter() throws {
        let strategy = try Examples.strategy(
            """
            return { space = { longer = space.choice{"15m", "1h"} }, signals = function(candles, p)
              local longer = candles:resample(p.longer)
              return { long = { entry = longer:align(ta.rising(longer.close, 2)) } }
            end }
            """)
        let counts = try ["15m", "1h"].map { longer in
            let parameters = strategy.space.defaults.setting(["longer": .text(longer)])
            return try #require(strategy.signals(Self.candles, parameters).long).entry.trueCount
        }
        #expect(counts[0] > 0 && counts[1] > 0 && counts[0] != counts[1])
    }

    /// At each close the prepared column is what the signals saw: the same fills.
    @Test func bothFormsSeeTheSame() throws {
        let space = "return { warmup = 0,"
        let rule = "local hour = candles:resample('1h') local up = hour:align(ta.rising(hour.close, 1))"
        let columns = try Examples.strategy(
            "\(space) signals = function(candles) \(rule) return { long = { entry = up, exit = ~up } } end }")
        let asked = try Examples.strategy(
            """
            \(space) prepare = function(candles) \(rule) return { up = up } end,
            on_candle = function(ctx) if ctx.up then ctx:enter('long') else ctx:exit() end end }
            """)
        let fills = try [columns, asked].map { strategy in
            var simulator = Simulator(candles: Self.candles, settings: SimulationSettings())
            return try strategy.backtest(.none, in: &simulator).fills
        }
        #expect(fills[0] == fills[1] && fills[0].count > 5)
    }

    /// More longer candles than the memory of a script holds end it, whatever the cache keeps.
    @Test func longerCandlesWithoutEndAreStoppedByTheMemoryLimit() throws {
        let script = Examples.script(
            Examples.signals(
                """
                local kept = {}
                for count = 1, 50000 do kept[count] = candles:resample(5 * (2 + count % 50) .. "m") end
                return { long = { entry = candles.close:above(0) } }
                """))
        let cache = ColumnCache(byteLimit: 1 << 20)
        let strategy = try LuaStrategy(script, cache: cache, limits: LuaLimits(memory: 4 << 20))
        let error = #expect(throws: StrategyError.self) {
            try strategy.signals(RandomCandles.series(count: 5000, seed: 2), .none)
        }
        #expect("\(error as Any)".contains("memory"))
        #expect(cache.byteCount <= 1 << 20)
    }

    @Test func theWarmUpIsToldInCandlesOfTheBase() throws {
        let calls = IndicatorCalls()
        let strategy = try LuaStrategy(
            Examples.script(
                Examples.signals(
                    """
                    local hour = candles:resample("1h")
                    local average = ta.sma(hour.close, 20)
                    return { long = { entry = hour:align(hour.close:above(average)) } }
                    """)), calls: calls)
        let candles = RandomCandles.series(count: 600, seed: 1)
        _ = try strategy.signals(candles, .none)
        #expect(calls.longest?.name == "ta.sma of 1h" && calls.longest?.place == "s.lua:3")
        let told = try #require(calls.longest?.warmup)
        // Whatever candle of an hour they begin with: never later than told, and once just then.
        let missing = try (0..<12).map { first in
            try candles.slice(first..<600).column("longer:align(ta.sma(longer.close, 20))", longer: "1h").array()
                .prefix { $0.isNaN }.count
        }
        #expect(missing.max() == told && missing.min() == 12 * 20 - 1)
    }
}

extension CandleSeries {
    /// Several columns that one `align` gives.
    fileprivate func column(_ call: String, longer: String, aligned count: Int) throws -> [Series] {
        try (1...count).map { try column("(select(\($0), longer:align(\(call))))", longer: longer) }
    }
}
