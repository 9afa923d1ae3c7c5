import Lua
import Research
import Search
import Store
import Strategies

/// Strategies and what they do over candles.
enum StrategyLibrary {
    static let options =
        [
            LuaParameter("strategy", "string", "A strategy: its name on the shelf, or the path of its script."),
            LuaParameter("set", "table|trial", "Values of parameters by name, or a trial that has them."),
            LuaParameter("seed", "integer", "What the script's random numbers start from."),
        ] + CallOptions.market + CallOptions.costs

    static func library(_ work: SessionWork) -> LuaLibrary {
        LuaLibrary("", "Strategies and what they do over candles.", [backtest(work), strategies(work)])
    }

    private static func backtest(_ work: SessionWork) -> LuaFunction {
        LuaFunction(
            "backtest", "options: table|trial -> backtest", options: options,
            "Runs a strategy over candles, or a trial again: backtest(s.best)."
        ) { call in
            if let trial = call[1].object(as: LuaTrial.self) {
                let plan = try plan(of: trial, work)
                return call.return(try run(plan, over: work.candles(plan.selection), work))
            }
            guard call.isTable(1) else {
                throw call.fault(1, "a table, as in backtest{ strategy = \"sma_crossover\", candles = c }")
            }
            let options = try CallOptions(call, of: "backtest", known: options)
            let script = try options.script(work)
            let (candles, selection) = try options.candles(work)
            var plan = BacktestPlan(script: script, selection: selection)
            plan.warmup = try options.warmup()
            plan.settings = try options.settings()
            plan.seed = try options.integer("seed", in: 0...Int.max).map { Seed(UInt64($0)) } ?? plan.seed
            plan.changes = try changes(options, call)
            return call.return(try run(plan, over: candles, work))
        }
    }

    private static func run(_ plan: BacktestPlan, over candles: LuaCandles, _ work: SessionWork) throws -> LuaBacktest {
        let relay = StopRelay()
        let result = try work.stop.during({ relay.stop() }) { try plan.run(relay: relay) }
        return LuaBacktest(result, candles: candles, work: work)
    }

    /// A trial again, as its study had it.
    private static func plan(of trial: LuaTrial, _ work: SessionWork) throws -> BacktestPlan {
        let provenance = trial.study.plan.provenance
        let request = try trial.request ?? StudyRequest(resuming: trial.study, in: work.workbench)
        var plan = BacktestPlan(script: request.script, selection: request.selection)
        plan.warmup = provenance.warmupCandles
        plan.settings = provenance.settings
        plan.seed = trial.study.plan.seed
        plan.trial = trial.record.number
        plan.changes = changes(trial.record.parameters)
        return plan
    }

    private static func changes(_ parameters: Parameters) -> [String: ParameterChange] {
        Dictionary(parameters.entries.map { ($0.name, .value($0.value)) }, uniquingKeysWith: { $1 })
    }

    /// `set = { fast = 10 }`, or the parameters of a trial: `set = s.best`.
    private static func changes(
        _ options: CallOptions, _ call: borrowing LuaCall
    ) throws -> [String: ParameterChange] {
        if let trial = options.object("set", as: LuaTrial.self) { return changes(trial.record.parameters) }
        guard let value = options.value("set") else { return [:] }
        guard case .table = value else { throw options.fault("set", "a table, as in { fast = 10 }") }
        var changes: [String: ParameterChange] = [:]
        try call.table(1) { given in
            _ = try given.table("set") { table in
                try table.forEach { key, value in
                    guard let name = key.string, let parameter = CallOptions.parameter(value.value) else {
                        throw options.fault(
                            "set gives names and values, as in { fast = 10 }; got \(key.shown) = \(value.shown)")
                    }
                    changes[name] = .value(parameter)
                }
            }
        }
        return changes
    }

    private static func strategies(_ work: SessionWork) -> LuaFunction {
        LuaFunction("strategies", "-> rows", "The scripts on the shelf.") { call in
            call.return(LuaRows(TextTable(work.workbench.shelf.scripts())))
        }
    }
}
