import Candles
import Foundation
import Simulation
import TestSupport
import Testing

/// What happens inside a candle, as backtesting.py 0.6.6 has it: `shared/golden/backtests/micro`.
@Suite(.enabled(if: SharedFiles.arePresent, "golden backtests are not beside the checkout"))
struct GoldenScenarioTests {
    private struct File: Decodable { let scenarios: [Micro] }

    private struct Micro: Decodable {
        let name: String
        let bars: [[Double]]
        let entry: [Int]
        let exit: [Int]
        let dir: Int
        let stop: Double?
        let target: Double?
        let N: Double
        let cash: Double
        let fee: Double
        let targetPos: [Int]?
        let results: [String: Result]
    }

    private struct Result: Decodable {
        let trades: [Row]
        let equity: [Double]
    }

    private struct Row: Decodable {
        let direction: String
        let entryRow: Int
        let entryPrice: Double
        let exitRow: Int?
        let exitPrice: Double?
        let pnl: Double?
    }

    /// Scenarios in which Candela is deliberately different, and why.
    private static let different: [String: String] = [
        "both-in-bar-open-over-target": "the open comes first, so the target fills there and not the stop",
        "spread-or-slippage": "their spread is on the entry only",
        "spread-or-slippage-stop": "their spread is on the entry only",
        "finalize": "a position that is open at the end stays open",
    ]

    @Test(arguments: SimulationSettings.Way.allCases)
    func everyScenarioIsTheirsButForTheStatedOnes(way: SimulationSettings.Way) throws {
        let folder = try #require(SharedFiles.folder)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let file = try decoder.decode(
            File.self, from: Data(contentsOf: folder.appending(path: "golden/backtests/micro/scenarios.json")))
        var checked = 0
        for scenario in file.scenarios {
            let name = scenario.stop ?? scenario.target == nil ? "" : "-bracket-fill-now"
            let expected = try #require(scenario.results["backtestingpy-next-open" + name])
            let backtest = run(scenario, way)
            let agrees =
                backtest.trades.count == expected.trades.filter { $0.exitRow != nil }.count
                && zip(backtest.trades, expected.trades).allSatisfy { trade, row in
                    trade.side.rawValue == row.direction && trade.entry.index == row.entryRow
                        && trade.exit.index == row.exitRow && approximatelyEqual(trade.entry.price, row.entryPrice)
                        && approximatelyEqual(trade.exit.price, row.exitPrice ?? .nan)
                        && approximatelyEqual(trade.profit, row.pnl ?? .nan)
                }
                && zip(backtest.equity.array(), expected.equity).allSatisfy { approximatelyEqual($0, $1) }
            #expect(agrees == (Self.different[scenario.name] == nil), "\(scenario.name): \(backtest.trades)")
            checked += 1
        }
        #expect(checked == 40)
    }

    private func run(_ scenario: Micro, _ way: SimulationSettings.Way) -> Backtest {
        let candles = scenario.bars.enumerated().map { index, bar in
            Candle(time: Int64(index) * 86_400_000, open: bar[0], high: bar[1], low: bar[2], close: bar[3], volume: 1)
        }
        func mask(_ isSo: (Int) -> Bool) -> Mask { Mask(candles.indices.map(isSo)) }
        var signals: Signals
        if let target = scenario.targetPos {
            signals = Signals(
                long: .init(entry: mask { target[$0] == 1 }, exit: mask { target[$0] != 1 }),
                short: .init(entry: mask { target[$0] == -1 }, exit: mask { target[$0] != -1 }))
        } else {
            let side = Signals.Side(entry: mask(scenario.entry.contains), exit: mask(scenario.exit.contains))
            signals = scenario.dir > 0 ? Signals(long: side) : Signals(short: side)
        }
        signals.stopLoss = scenario.stop.map { .constant($0) }
        signals.takeProfit = scenario.target.map { .constant($0) }
        var simulator = Simulator(
            candles: CandleSeries(symbol: "MICRO", timeframe: Timeframe(1, .day), candles: candles),
            settings: .init(costs: .init(fee: scenario.fee), startingCash: scenario.cash, way: way))
        var source = CandleByCandle(signals, sizing: .units(scenario.N))
        return simulator.run(&source)
    }
}
