import Candles
import Foundation
import Search
import Simulation
import Strategies
import TestSupport

/// Scripts and candles for tests.
enum Examples {
    static let candles = RandomCandles.series(count: 600, seed: 3)

    /// The project's own shelf.
    static let shelf = StrategyShelf(folders: [
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "strategies")
    ])

    /// The script `s.lua` with this text.
    static func script(_ text: String, modules: [StrategyScript.Module] = []) -> StrategyScript {
        StrategyScript(name: "s", path: "s.lua", text: text, modules: modules)
    }

    static func strategy(_ text: String) throws -> LuaStrategy { try LuaStrategy(script(text)) }

    /// What is said about a script that is read and run with its defaults; nil when nothing is wrong.
    static func fault(_ text: String) -> String? {
        do {
            let strategy = try strategy(text)
            _ = try strategy.warmup(strategy.space.defaults)
            var simulator = Simulator(candles: candles, settings: SimulationSettings())
            _ = try strategy.backtest(strategy.space.defaults, in: &simulator)
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// A script whose `signals` has these lines, of which the first is line 2.
    static func signals(_ body: String) -> String { "return { signals = function(candles, p)\n\(body)\nend }" }
}

extension Signals {
    /// All that they say, to be compared.
    var content: [String] {
        let masks = [long?.entry, long?.exit, short?.entry, short?.exit].map { $0.map { "\($0.words.array())" } ?? "-" }
        let levels = [size, stopLoss, takeProfit, trailingStop, timeLimit].map { level in
            switch level {
            case .constant(let value): "\(value)"
            case .column(let series): "\(series.array().map(\.bitPattern))"
            case nil: "-"
            }
        }
        return masks + levels
    }
}
