import Candles
import Lua
import Metrics
import Research
import Store

/// Questions about what is stored, and results side by side.
enum ResultLibrary {
    static func library(_ work: SessionWork) -> LuaLibrary {
        LuaLibrary(
            "", "Questions about results.", [query(work), queries(work), sql(work), compare(work), show(work)])
    }

    private static func query(_ work: SessionWork) -> LuaFunction {
        LuaFunction(
            "query", "name: string, values?: table -> rows",
            "Runs a stored query: query(\"leaderboard\", { study = s.id })."
        ) {
            call in
            let results = try work.results()
            let query = try results.query(named: call.string(1))
            return call.return(LuaRows(try results.run(query, values: values(call, 2))))
        }
    }

    private static func queries(_ work: SessionWork) -> LuaFunction {
        LuaFunction("queries", "-> rows", "All stored queries.") { call in
            call.return(LuaRows(TextTable(try work.results().queries())))
        }
    }

    private static func sql(_ work: SessionWork) -> LuaFunction {
        LuaFunction(
            "sql", "text: string, values?: table -> rows", "Runs SQL that reads, its parameters written as :name."
        ) { call in
            call.return(LuaRows(try work.results().run(sql: call.string(1), values: values(call, 2))))
        }
    }

    /// Values for the parameters of a query; a study or trial stands for its id.
    private static func values(_ call: borrowing LuaCall, _ position: Int) throws -> [String: QueryValue] {
        guard !call.isNil(position) else { return [:] }
        var values: [String: QueryValue] = [:]
        try call.table(position) { table in
            try table.forEach { key, value in
                guard let name = key.string else { throw call.fault(position, "a table of names and values") }
                if let study = value.object(as: LuaStudy.self) {
                    values[name] = .text(study.title)
                } else if let parameter = CallOptions.parameter(value.value) {
                    values[name] = QueryValue(parameter)
                } else {
                    throw call.fault("\(name) must be a number, a text or a boolean, got \(value.shown)")
                }
            }
        }
        return values
    }

    private static func compare(_ work: SessionWork) -> LuaFunction {
        LuaFunction(
            "compare", "... -> rows",
            "Results side by side: backtests, trials, studies (their best trial), or ids of them."
        ) { call in
            guard call.count > 0 else {
                throw call.fault("give results to compare, as in compare(b, s.best, \"t12.345\")")
            }
            var columns: [Comparison.Column] = []
            for position in 1...call.count { columns += try self.columns(call, position, work) }
            return call.return(LuaRows(TextTable(Comparison(columns, order: MetricCatalog.headline.map(\.name)))))
        }
    }

    private static func columns(
        _ call: borrowing LuaCall, _ position: Int, _ work: SessionWork
    ) throws -> [Comparison.Column] {
        if let backtest = call[position].object(as: LuaBacktest.self) {
            let id = backtest.saved.map { "\($0) " } ?? ""
            return [
                Comparison.Column(
                    title: id + backtest.result.strategy, parameters: backtest.result.parameters,
                    metrics: backtest.metrics.values)
            ]
        }
        if let trial = call[position].object(as: LuaTrial.self) { return [Comparison.Column(trial.record)] }
        return try Comparison(of: [reference(call, position)], in: work.results()).columns
    }

    /// The name of a stored result: its id, or the object itself.
    static func reference(_ call: borrowing LuaCall, _ position: Int) throws -> String {
        if let text = call[position].string { return text }
        if let number = call[position].integer { return String(number) }
        if let study = call[position].object(as: LuaStudy.self) { return study.title }
        if let trial = call[position].object(as: LuaTrial.self) { return trial.record.resultID.description }
        if let backtest = call[position].object(as: LuaSavedBacktest.self) { return backtest.title }
        if let backtest = call[position].object(as: LuaBacktest.self) {
            guard let id = backtest.saved else { throw call.fault("the backtest is not stored; b:save() keeps it") }
            return id.description
        }
        throw call.fault("argument \(position) must be a result or its id, as in \"s12\", got \(call[position].shown)")
    }

    private static func show(_ work: SessionWork) -> LuaFunction {
        LuaFunction(
            "show", "id: string|integer|study|trial|saved_backtest -> study|trial|saved_backtest",
            "A stored study, trial or backtest: s12, t12.345, b7."
        ) { call in
            let (results, name) = (try work.results(), try reference(call, 1))
            switch ResultID(name) {
            case .trial(let study, let number):
                return call.return(LuaTrial(try results.trial(number, ofStudy: study), of: try results.study(study)))
            case .backtest(let id): return call.return(LuaSavedBacktest(try results.backtest(id), work: work))
            case .study, nil: return call.return(LuaStudy(try results.study(name), work: work))
            }
        }
    }
}

extension LuaRows {
    convenience init(_ answer: QueryResult) {
        self.init(
            TextTable(answer),
            remark: answer.isCut ? "more rows than \(CountText.text(answer.rows.count)): the rest is not shown" : nil)
    }
}
