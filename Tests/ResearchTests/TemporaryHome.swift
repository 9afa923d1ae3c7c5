import Candles
import Foundation
import Research
import Strategies
import TestSupport

/// A workbench in a folder of its own, gone with the test.
final class TemporaryHome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "candela-\(UUID().uuidString)")
    let workbench: Workbench

    init() {
        workbench = Workbench(home: Home(folder.path))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }
}

enum Samples {
    static let crossover = StrategyScript(
        name: "crossover", path: "crossover.lua",
        text: """
            return {
              name = "crossover",
              space = { fast = space.integer(2, 20), slow = space.integer(10, 60) },
              warmup = 60,
              where = function(p) return p.fast < p.slow end,
              signals = function(candles, p)
                local fast, slow = ta.sma(candles.close, p.fast), ta.sma(candles.close, p.slow)
                return { long = { entry = ta.crossover(fast, slow), exit = ta.crossunder(fast, slow) } }
              end,
            }
            """)

    /// Fails for odd values, with the line.
    static let faulty = StrategyScript(
        name: "faulty", path: "faulty.lua",
        text: """
            return {
              space = { n = space.integer(1, 20) },
              warmup = 0,
              signals = function(candles, p)
                if p.n % 2 == 1 then error("odd") end
                return { long = { entry = candles.close:above(0), exit = candles.close:below(0) } }
              end,
            }
            """)

    static let endless = StrategyScript(
        name: "endless", path: "endless.lua",
        text: """
            return {
              space = { n = space.integer(1, 20) },
              warmup = 0,
              signals = function(candles, p) while true do end end,
            }
            """)

    static func script(_ text: String) -> StrategyScript {
        StrategyScript(name: "script", path: "script.lua", text: text)
    }

    static func candles(_ count: Int = 1500, seed: UInt64 = 1) -> CandleSelection {
        CandleSelection(RandomCandles.series(count: count, seed: seed))
    }
}
