import Candles
import Simulation
import Store

extension TextTable {
    /// The trades of a saved backtest, a line each.
    package init(_ trades: [TradeRecord]) {
        self.init(columns: Self.tradeColumns)
        for trade in trades {
            append(
                [
                    .integer(trade.number), .text(trade.side.rawValue), .time(trade.entry.time),
                    .real(trade.entry.price),
                    .time(trade.exit.time), .real(trade.exit.price), .text(trade.exitReason.rawValue),
                    .integer(trade.exit.candle - trade.entry.candle), .real(trade.units), .real(trade.profit),
                    .real(trade.profitFraction),
                ] + Self.cells(trade.excursion))
        }
    }

    /// The same of a backtest that was just run.
    package init(trades backtest: Backtest) {
        self.init(columns: Self.tradeColumns)
        let time = backtest.candles.time
        for (number, (trade, excursion)) in zip(backtest.trades, backtest.excursions).enumerated() {
            append(
                [
                    .integer(number), .text(trade.side.rawValue), .time(time[trade.entry.index]),
                    .real(trade.entry.price),
                    .time(time[trade.exit.index]), .real(trade.exit.price), .text(trade.exit.reason.rawValue),
                    .integer(trade.exit.index - trade.entry.index), .real(trade.entry.units.magnitude),
                    .real(trade.profit), .real(trade.profitFraction),
                ] + Self.cells(excursion))
        }
    }

    private static let tradeColumns = [
        TextColumn("trade"), TextColumn("side", .text), TextColumn("entry_time", .time), TextColumn("entry_price"),
        TextColumn("exit_time", .time), TextColumn("exit_price"), TextColumn("exit_reason", .text),
        TextColumn("candles", .count), TextColumn("units"), TextColumn("profit", .money),
        TextColumn("profit_fraction", .fraction), TextColumn("mae", .fraction), TextColumn("mfe", .fraction),
    ]

    private static func cells(_ excursion: Excursion?) -> [TextCell] {
        [excursion?.adverse, excursion?.favorable].map { $0.map { .real($0) } ?? .none }
    }
}
