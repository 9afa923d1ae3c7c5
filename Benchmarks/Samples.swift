import Candles
import Foundation
import Simulation
import Strategies

/// What the benchmarks work on: the same on every machine.
enum Samples {
    static let million = RandomWalk(symbol: "BTC_USDT", seed: 1).candles(1_000_000)
    static let tenThousand = RandomWalk(symbol: "BTC_USDT", seed: 1).candles(10_000)

    /// A script of the folder `Strategies`, which the side-by-side run with the peers uses, too.
    static func script(_ name: String) throws -> StrategyScript {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Strategies/\(name).lua")
        return StrategyScript(
            name: name, path: "\(name).lua", text: try String(contentsOf: file, encoding: .utf8))
    }
}
