import Candles
import Foundation
import Metrics
import Simulation
import TestSupport
import Testing

/// Figures that five programs agree on: `shared/golden/crossings`, whose `SEMANTICS.md` states every rule.
@Suite(.enabled(if: SharedFiles.arePresent, "golden crossings are not beside the checkout"))
struct CrossingTests {
    struct Work: CustomStringConvertible {
        let candles: String
        let reference: String
        let hasStops: Bool
        /// Prices are whole multiples of 1 / `perUnit`.
        let perUnit: Double
        var description: String { reference }
    }

    static let works = [
        Work(candles: "candles_calm.csv", reference: "w1_calm.reference.json", hasStops: false, perUnit: 100),
        Work(candles: "candles_calm.csv", reference: "w2_calm.reference.json", hasStops: true, perUnit: 100),
        Work(candles: "candles_ties.csv", reference: "w1_ties.c-exact.json", hasStops: false, perUnit: 100),
    ]

    private struct Reference: Decodable {
        let rows: [Row]
    }

    private struct Row: Decodable {
        let fast: Int
        let slow: Int
        let totalReturn: Double
        let sharpe: Double?
        let maxDrawdown: Double
        let trades: Int
        let winRate: Double?
        let profitFactor: Double?
        let grossProfit: Double
        let grossLoss: Double
        let openAtEnd: Bool
    }

    @Test(arguments: works, SimulationSettings.Way.allCases)
    func allTwentyPairsAgree(work: Work, way: SimulationSettings.Way) throws {
        let crossings = try Crossings(work.candles, perUnit: work.perUnit)
        let reference: Reference = try crossings.decode(work.reference)
        #expect(reference.rows.count == 20)
        for row in reference.rows {
            let backtest = crossings.run(fast: row.fast, slow: row.slow, hasStops: work.hasStops, way: way)
            let scorecard = Scorecard(backtest)
            let expected: [String: Double] = [
                "total_return": row.totalReturn, "sharpe": row.sharpe ?? .nan, "max_drawdown": -row.maxDrawdown,
                "trades": Double(row.trades), "win_rate": row.winRate ?? .nan,
                "profit_factor": row.profitFactor ?? .nan,
            ]
            for (name, value) in expected {
                let found = try #require(scorecard[name])
                #expect(approximatelyEqual(found, value), "\(row.fast),\(row.slow) \(name): \(found), not \(value)")
            }
            #expect((backtest.openPosition != nil) == row.openAtEnd)
            let profits = backtest.trades.map(\.profit)
            #expect(approximatelyEqual(profits.filter { $0 > 0 }.reduce(0, +), row.grossProfit))
            #expect(approximatelyEqual(-profits.filter { $0 <= 0 }.reduce(0, +), row.grossLoss))
        }
    }

    private struct TradeList: Decodable {
        struct Trade: Decodable {
            let entryBar: Int
            let entryPrice: Double
            let exitBar: Int
            let exitPrice: Double
            let qty: Double
            let pnl: Double
            let reason: String
        }
        let trades: [Trade]
        let equityEvery500Bars: [Double]
        let finalEquity: Double
    }

    @Test(arguments: [("trades_w1_calm.json", false), ("trades_w2_calm.json", true)])
    func everyTradeOfFourPairsAgrees(file: String, hasStops: Bool) throws {
        let crossings = try Crossings("candles_calm.csv", perUnit: 100)
        let pairs: [String: TradeList] = try crossings.decode(file)
        #expect(pairs.count == 4)
        for (pair, expected) in pairs {
            let periods = pair.split(separator: ",").compactMap { Int($0) }
            let backtest = crossings.run(fast: periods[0], slow: periods[1], hasStops: hasStops, way: .jump)
            #expect(backtest.trades.count == expected.trades.count)
            for (trade, row) in zip(backtest.trades, expected.trades) {
                #expect(trade.entry.index == row.entryBar)
                #expect(trade.exit.index == row.exitBar)
                #expect(approximatelyEqual(trade.entry.price, row.entryPrice))
                #expect(approximatelyEqual(trade.exit.price, row.exitPrice))
                #expect(approximatelyEqual(trade.entry.units, row.qty))
                #expect(approximatelyEqual(trade.profit, row.pnl, absolute: 1e-8))
                let reason = row.reason.replacing("-gap", with: "")
                let reasons: [String: Fill.Reason] = ["signal": .exit, "stop": .stopLoss, "target": .takeProfit]
                #expect(trade.exit.reason == reasons[reason])
            }
            let equity = backtest.equity.array()
            let every500 = stride(from: 0, to: equity.count, by: 500).map { equity[$0] }
            #expect(zip(every500, expected.equityEvery500Bars).allSatisfy { approximatelyEqual($0, $1) })
            #expect(approximatelyEqual(backtest.summary.finalEquity, expected.finalEquity))
        }
    }
}

/// The candles of the golden crossings, and their averages in whole ticks: sums are exact, so ties are ties.
private struct Crossings {
    private let candles: CandleSeries
    private let ticks: [Int]
    private let folder: URL

    init(_ file: String, perUnit: Double) throws {
        folder = try #require(SharedFiles.folder).appending(path: "golden/crossings")
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        candles = CandleSeries(
            symbol: "CROSSINGS", timeframe: Timeframe(5, .minute),
            candles: text.split(whereSeparator: \.isNewline).dropFirst().map { line in
                let fields = line.split(separator: ",").compactMap { Double($0) }
                return Candle(
                    time: Int64(fields[0]), open: fields[1], high: fields[2], low: fields[3], close: fields[4],
                    volume: fields[5])
            })
        ticks = candles.close.array().map { Int(($0 * perUnit).rounded()) }
    }

    func decode<Value: Decodable>(_ file: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Value.self, from: Data(contentsOf: folder.appending(path: file)))
    }

    func run(fast: Int, slow: Int, hasStops: Bool, way: SimulationSettings.Way) -> Backtest {
        // The sign of fast - slow on each candle from the first that has both averages.
        let (fastSums, slowSums) = (sums(fast), sums(slow))
        let order = ticks.indices.map { index in
            index < slow - 1 ? nil : (fastSums[index] * slow - slowSums[index] * fast).signum() as Int?
        }
        func crossed(_ direction: Int) -> Mask {
            Mask(
                order.indices.map { index in
                    guard index > 0, let now = order[index], let before = order[index - 1] else { return false }
                    return now == direction && before != direction
                })
        }
        var signals = Signals(long: .init(entry: crossed(1), exit: crossed(-1)))
        if hasStops {
            signals.stopLoss = .constant(0.02)
            signals.takeProfit = .constant(0.04)
        }
        var simulator = Simulator(candles: candles, settings: SimulationSettings(way: way))
        return simulator.run(signals)
    }

    private func sums(_ period: Int) -> [Int] {
        var sum = 0
        return ticks.indices.map { index in
            sum += ticks[index] - (index >= period ? ticks[index - period] : 0)
            return sum
        }
    }
}
