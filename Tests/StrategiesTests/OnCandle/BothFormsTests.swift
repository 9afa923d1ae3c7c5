import Candles
import Foundation
import Search
import Simulation
import Strategies
import TestSupport
import Testing

/// A strategy written in columns and one that is asked at each close give the same fills, trades and cash to the last
/// bit: any candles, wishes and settings.
struct BothFormsTests {
    private static let shelf = StrategyShelf(folders: [
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Scripts/both_forms")
    ])

    /// 2,000 cases both ways through the candles, spread over the machine.
    @Test(arguments: 0..<8 as Range<UInt64>) func bothFormsGiveTheSameToTheBit(_ part: UInt64) throws {
        let columns = try LuaStrategy(Self.shelf.script("by_columns"))
        let candles = try LuaStrategy(Self.shelf.script("by_candle"))
        var (trades, open) = (0, 0)
        for number in part * 250..<(part + 1) * 250 {
            let random = RandomCase(number, count: number % 10 == 0 ? nil : Int(10 + number % 60))
            let parameters = random.signals.parameters(count: random.candles.count)
            for way in SimulationSettings.Way.allCases {
                var settings = random.settings
                settings.way = way
                var simulator = Simulator(candles: random.candles, settings: settings)
                let once = try columns.backtest(parameters, in: &simulator)
                let asked = try candles.backtest(parameters, in: &simulator)
                #expect(asked.fills == once.fills, "\(random) \(way)")
                #expect(asked.trades == once.trades, "\(random) \(way)")
                #expect(asked.holdings == once.holdings, "\(random) \(way)")
                #expect(asked.openPosition == once.openPosition, "\(random) \(way)")
                #expect(asked.rejectedEntries == once.rejectedEntries, "\(random) \(way)")
                trades += asked.trades.count
                open += asked.openPosition == nil ? 0 : 1
                if way == .walk {
                    #expect(once.fills == simulator.run(random.signals).fills, "\(random): the texts say the signals")
                }
            }
        }
        #expect(trades > 800 && open > 50)
    }
}

extension Signals {
    /// The wishes as texts, all columns written out. A limit is of whole candles.
    fileprivate func parameters(count: Int) -> Parameters {
        func bits(_ mask: Mask?) -> ParameterValue {
            .text((0..<count).map { mask?[$0] ?? false ? "1" : "0" }.joined())
        }
        func numbers(_ level: Signals.Level?, isWhole: Bool = false) -> ParameterValue {
            .text(
                (0..<count).map { index in
                    let value = (level?[index]).map { isWhole ? $0.rounded(.up) : $0 } ?? .nan
                    return value.isNaN ? "nan" : "\(value)"
                }.joined(separator: " "))
        }
        return Parameters([
            "long_entry": bits(long?.entry), "long_exit": bits(long?.exit), "short_entry": bits(short?.entry),
            "short_exit": bits(short?.exit), "size": numbers(size), "stop_loss": numbers(stopLoss),
            "take_profit": numbers(takeProfit), "trailing_stop": numbers(trailingStop),
            "time_limit": numbers(timeLimit, isWhole: true),
        ])
    }
}
