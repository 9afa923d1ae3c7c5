import Lua
import Metrics
import Research
import Search
import Store
import Strategies

/// A backtest that was run in this session, as scripts hold it.
final class LuaBacktest: ReadableObject {
    let result: BacktestResult
    private let candles: LuaCandles
    private let work: SessionWork
    private let equity: LuaSeries
    private let trades: LuaTrades
    let metrics: LuaScorecard
    private(set) var saved: ResultID?

    init(_ result: BacktestResult, candles: LuaCandles, work: SessionWork) {
        self.result = result
        self.candles = candles
        self.work = work
        equity = LuaSeries(result.backtest.equity, cache: work.cache)
        trades = LuaTrades(result.backtest)
        metrics = LuaScorecard(result.scorecard)
    }

    var memoryCost: Int { result.backtest.candles.count * 8 }

    func text(_ style: TextStyle) -> String { TextRecord(result, saved: saved, isDrawn: true).lines(style) }

    var title: String { "backtest of \(InertText.text(result.strategy))" }

    /// Keeps it in the home, once.
    private func save() throws -> ResultID {
        if let saved { return saved }
        let record = try work.results(.readWrite).save(
            result.backtest, provenance: result.provenance, parameters: result.parameters, scorecard: result.scorecard)
        saved = record.resultID
        return record.resultID
    }

    static let luaType = LuaType(
        "backtest", "What a strategy did over candles, and how good it was.",
        [
            .field("metrics: scorecard", "Its numbers: b.metrics.sharpe.") { (b: LuaBacktest, call) in
                call.return(b.metrics)
            },
            .field("trades: trades", "Its trades: #b.trades, b.trades[1].profit.") { (b: LuaBacktest, call) in
                call.return(b.trades)
            },
            .field("equity: series", "Equity at the close of each traded candle.") { (b: LuaBacktest, call) in
                call.return(b.equity)
            },
            .field("parameters: table", "The parameters it ran with.") { (b: LuaBacktest, call) in
                call.return(b.result.parameters)
            },
            .field("strategy: string", "The strategy's name.") { (b: LuaBacktest, call) in
                call.return(b.result.strategy)
            },
            .field("candles: candle_series", "The candles it traded.") { (b: LuaBacktest, call) in
                call.return(b.candles)
            },
            .field("id: string?", "As in b7, once it is saved; else nil.") { (b: LuaBacktest, call) in
                call.return(b.saved.map { .string($0.description) } ?? .nil)
            },
            .method(
                "scorecard", "convention: \(LuaParameter.words(Convention.all.map(\.name))) -> scorecard",
                "Its numbers as another library would give them: b:scorecard(\"empyrical\").sharpe."
            ) { (b: LuaBacktest, call) in
                let name = try call.string(2)
                guard let convention = Convention.named(name) else {
                    let names = Convention.all.map { "\"\($0.name)\"" }.joined(separator: ", ")
                    throw call.fault(2, "one of \(names)")
                }
                return call.return(LuaScorecard(Scorecard(b.result.backtest, convention: convention)))
            },
            .method("save", "-> string", "Keeps it in the home; gives its id.") { (b: LuaBacktest, call) in
                call.return(try b.save().description)
            },
            LuaBacktest.textMember,
        ])
}

extension LuaCall {
    /// Parameters as a Lua table.
    func `return`(_ parameters: Parameters) -> LuaResult {
        stack.pushTable { table in
            for entry in parameters.entries { table.set(entry.name, LuaValue(entry.value)) }
        }
        return results(1)
    }
}

extension LuaValue {
    init(_ value: ParameterValue) {
        switch value {
        case .integer(let value): self = .integer(value)
        case .real(let value): self = .number(value)
        case .text(let value): self = .string(value)
        case .boolean(let value): self = .boolean(value)
        }
    }
}
