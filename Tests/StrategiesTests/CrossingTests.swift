import Candles
import Foundation
import Search
import Simulation
import Strategies
import TestSupport
import Testing

/// The crossing of two averages, from script to backtest, against engines that nobody on the project wrote.
@Suite(.enabled(if: SharedFiles.arePresent, "needs the folder shared beside the checkout"))
struct CrossingTests {
    struct Golden: Decodable {
        struct Row: Decodable {
            let fast, slow, trades: Int
            let total_return: Double
        }
        let rows: [Row]
    }

    private func candles(_ name: String, in folder: URL) throws -> CandleSeries {
        let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
        let candles = lines.dropFirst().map { line in
            let numbers = line.split(separator: ",").map { Double($0) ?? .nan }
            return Candle(
                time: Int64(numbers[0]), open: numbers[1], high: numbers[2], low: numbers[3], close: numbers[4],
                volume: numbers[5])
        }
        return CandleSeries(
            symbol: "GOLDEN", timeframe: Timeframe(5, .minute), candles: candles, tick: Tick(decimals: 2))
    }

    /// `w1_ties` is decided by ties of averages: only sums in whole ticks give its numbers.
    @Test(arguments: [("candles_calm.csv", "w1_calm.reference.json"), ("candles_ties.csv", "w1_ties.c-exact.json")])
    func theShippedCrossingGivesTheGoldenReturns(_ file: String, _ golden: String) throws {
        let folder = try #require(SharedFiles.folder).appending(path: "golden/crossings")
        let rows = try JSONDecoder().decode(Golden.self, from: Data(contentsOf: folder.appending(path: golden))).rows
        let strategy = try LuaStrategy(Examples.shelf.script("sma_crossover"))
        var simulator = Simulator(candles: try candles(file, in: folder), settings: SimulationSettings())
        #expect(rows.count == 20)
        for row in rows {
            let parameters = Parameters(["fast": .integer(row.fast), "slow": .integer(row.slow)])
            let backtest = try strategy.backtest(parameters, in: &simulator)
            #expect(backtest.trades.count == row.trades, "\(parameters)")
            let gain = backtest.summary.finalEquity / 10_000 - 1
            #expect(approximatelyEqual(gain, row.total_return), "\(parameters)")
        }
    }
}
