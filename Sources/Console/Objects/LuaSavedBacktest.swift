import Lua
import Store
import Strategies

/// A backtest read from the store, as scripts hold it.
final class LuaSavedBacktest: ReadableObject {
    let record: BacktestRecord
    private let work: SessionWork

    init(_ record: BacktestRecord, work: SessionWork) {
        self.record = record
        self.work = work
    }

    func text(_ style: TextStyle) -> String {
        let equity = try? work.results().equity(ofBacktest: record.id)
        return TextRecord(record, equity: equity).lines(style)
    }

    var title: String { record.resultID.description }

    static let luaType = LuaType(
        "saved backtest", "A backtest that was kept in the home.",
        [
            .field("id: string", "As in b7.") { (b: LuaSavedBacktest, call) in
                call.return(b.record.resultID.description)
            },
            .field("metrics: scorecard", "Its numbers: b.metrics.sharpe.") { (b: LuaSavedBacktest, call) in
                call.return(LuaScorecard(b.record.metrics))
            },
            .field("trades: trades", "Its trades: #b.trades, b.trades[1].profit.") { (b: LuaSavedBacktest, call) in
                call.return(LuaTrades(TextTable(try b.work.results().trades(ofBacktest: b.record.id))))
            },
            .field("equity: series", "Equity at the close of each traded candle.") { (b: LuaSavedBacktest, call) in
                call.return(LuaSeries(try b.work.results().equity(ofBacktest: b.record.id), cache: b.work.cache))
            },
            .field("parameters: table", "The parameters it ran with.") { (b: LuaSavedBacktest, call) in
                call.return(b.record.parameters)
            },
            .field("strategy: string", "The strategy's name.") { (b: LuaSavedBacktest, call) in
                call.return(b.record.provenance.strategy)
            },
            LuaSavedBacktest.textMember,
        ])
}
