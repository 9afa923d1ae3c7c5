import Candles
import Foundation
import Simulation
import TestSupport
import Testing

/// Trades and equity of backtesting.py 0.6.6 and vectorbt 1.2.0 on real candles: `shared/golden/backtests`.
@Suite(.enabled(if: SharedFiles.arePresent, "golden backtests are not beside the checkout"))
struct GoldenBacktestTests {
    struct Run: CustomStringConvertible {
        let market: String
        let strategy: String
        let file: String
        let rule: FillRule
        var description: String { "\(market) \(strategy) \(file)" }
    }

    static let runs: [Run] = ["GOOG-1d", "EURUSD-1h", "BTC_USDT-5m-10000"].flatMap { market in
        ["sma-cross", "donchian", "always-in"].flatMap { strategy in
            [
                Run(market: market, strategy: strategy, file: "backtestingpy-next-open", rule: .nextOpen),
                Run(market: market, strategy: strategy, file: "vectorbt-next-open", rule: .nextOpen),
                Run(market: market, strategy: strategy, file: "vectorbt-same-close", rule: .close),
            ]
        } + [
            Run(
                market: market, strategy: "rsi-stops", file: "backtestingpy-next-open-bracket-fill-now", rule: .nextOpen
            ),
            Run(market: market, strategy: "rsi-stops", file: "backtestingpy-same-close", rule: .close),
        ]
    }

    private struct Meta: Decodable {
        let data: String
        let rows: Int
        let units: Double
        let cash: Double
        let fee: Double
        let stops: [String: Double]
    }

    @Test(arguments: runs)
    func everyTradeIsTheirs(run: Run) throws {
        let path = "golden/backtests/\(run.market)/\(run.strategy)/"
        let folder = try #require(SharedFiles.folder)
        let meta = try JSONDecoder().decode(
            Meta.self, from: Data(contentsOf: folder.appending(path: path + "meta.json")))
        let candles = try SharedTable(String(meta.data.dropFirst("shared/".count)))
            .candles(Timeframe(1, .hour), count: meta.rows)
        var simulator = Simulator(
            candles: candles,
            settings: .init(costs: .init(fee: meta.fee), fillRule: run.rule, startingCash: meta.cash))
        var source = CandleByCandle(try signals(path, meta.stops), sizing: .units(meta.units))
        let backtest = simulator.run(&source)

        let expected = try SharedTable(path + run.file + ".trades.csv")
        let closed = expected.text("exit_row").filter { !$0.isEmpty }.count
        #expect(backtest.trades.count == closed)
        let (rows, prices) = (expected.numbers("entry_row"), expected.numbers("entry_price"))
        let (exitRows, exitPrices) = (expected.numbers("exit_row"), expected.numbers("exit_price"))
        let profits = expected.numbers("pnl")
        for (index, trade) in backtest.trades.prefix(closed).enumerated() {
            #expect(trade.side.rawValue == expected.text("direction")[index])
            #expect(Double(trade.entry.index) == rows[index])
            #expect(Double(trade.exit.index) == exitRows[index])
            #expect(approximatelyEqual(trade.entry.price, prices[index]))
            #expect(approximatelyEqual(trade.exit.price, exitPrices[index]))
            #expect(approximatelyEqual(trade.profit, profits[index], absolute: 1e-6))
            let reason = expected.text("reason")[index]
            #expect(reason == (["stop_loss": "stop", "take_profit": "target"][trade.exit.reason.rawValue] ?? "signal"))
        }
        // backtesting.py books the fee of a fill at a close one row later.
        guard run.file != "backtestingpy-same-close" else { return }
        #expect((backtest.openPosition != nil) == (expected.count > closed))
        let equity = try SharedTable(path + run.file + ".equity.csv").numbers("equity")
        #expect(zip(backtest.equity.array(), equity).allSatisfy { approximatelyEqual($0, $1) })
    }

    private func signals(_ path: String, _ stops: [String: Double]) throws -> Signals {
        let table = try SharedTable(path + "signals.csv")
        guard stops.isEmpty else {
            var signals = Signals(
                long: .init(
                    entry: Mask(table.numbers("entry").map { $0 == 1 }),
                    exit: Mask(table.numbers("exit").map { $0 == 1 })))
            signals.stopLoss = stops["stop"].map { .constant($0) }
            signals.takeProfit = stops["target"].map { .constant($0) }
            return signals
        }
        let target = table.numbers("target_position")
        func mask(_ isSo: (Double) -> Bool) -> Mask { Mask(target.map(isSo)) }
        return Signals(
            long: .init(entry: mask { $0 == 1 }, exit: mask { $0 != 1 }),
            short: .init(entry: mask { $0 == -1 }, exit: mask { $0 != -1 }))
    }
}
