import Candles
import Lua
import Metrics
import Research
import Search
import Store

/// Searches and their trials.
enum SearchLibrary {
    static let options =
        [
            LuaParameter("strategy", "string", "A strategy: its name on the shelf, or the path of its script."),
            LuaParameter(
                "sampler", SamplerCatalog.all.map { "\"\($0.name)\"" }.joined(separator: "|"),
                "How parameters are chosen."),
            LuaParameter("trials", "integer", "How many trials."),
            LuaParameter("seed", "integer", "Where the randomness starts."),
            LuaParameter("objective", "string", "The metric to pursue, as in \"sharpe\" or \"max_drawdown:minimize\"."),
            LuaParameter("workers", "integer|\"auto\"", "How many workers."),
            LuaParameter("cpu_limit", "string|number", "Share of the cores that auto may use, as in \"87.5%\"."),
            LuaParameter("timeout", "string|number", "Stop after so long, as in \"12h\", or seconds."),
            LuaParameter("resume", "string", "Go on with a study that ended early, as in \"s12\"."),
        ] + CallOptions.market + CallOptions.costs

    static func library(_ work: SessionWork) -> LuaLibrary {
        LuaLibrary("", "Searches and their trials.", [search(work), trials(work), studies(work)])
    }

    private static func search(_ work: SessionWork) -> LuaFunction {
        LuaFunction(
            "search", "options: table -> study", options: options,
            "Searches the parameters of a strategy, every trial stored."
        ) { call in
            guard call.isTable(1) else {
                throw call.fault(1, "a table, as in search{ strategy = \"sma_crossover\", candles = c, trials = 500 }")
            }
            let options = try CallOptions(call, of: "search", known: options)
            let results = try work.results(.readWrite)
            let study: StudyRun
            let request: StudyRequest
            if let name = try options.text("resume", "a study, as in \"s12\"") {
                let record = try results.study(name)
                let given = options.names.filter { CallOptions.marketNames.contains($0) && $0 != "warmup" }
                guard given.isEmpty else {
                    throw options.fault(
                        "resume goes on with the candles of the study: leave out \(given.joined(separator: ", "))")
                }
                let script = try options.has("strategy") ? options.script(work) : nil
                request = try completed(
                    StudyRequest(resuming: record, script: script, in: work.workbench), options)
                study = try StudyRun(
                    resuming: record, with: request, behind: work.workbench.wall, in: results)
            } else {
                let script = try options.script(work)
                request = try completed(
                    StudyRequest(script: script, selection: options.candles(work).selection), options)
                study = try StudyRun(request, behind: work.workbench.wall, in: results)
            }
            let state = try work.stop.during({ study.cancel() }) { try work.face.watch(study) { try study.run() } }
            report(study, state, work)
            return call.return(LuaStudy(study.record, work: work, request: request))
        }
    }

    /// The request with all that was given in the call.
    private static func completed(_ request: StudyRequest, _ options: CallOptions) throws -> StudyRequest {
        var request = request
        request.warmup = try options.warmup() ?? request.warmup
        request.sampler = try options.text("sampler") ?? request.sampler
        request.trials = try options.integer("trials", in: 1...Int.max) ?? request.trials
        request.seed = try options.integer("seed", in: 0...Int.max).map(UInt64.init) ?? request.seed
        request.objective = try objective(options) ?? request.objective
        request.settings = try options.settings(over: request.settings)
        request.timeLimit = try options.duration("timeout") ?? request.timeLimit
        let limit =
            switch options.value("cpu_limit") {
            case .string(let text)?: try CPULimit(parsing: text)
            case nil: CPULimit.standard
            default:
                try CPULimit(
                    fraction: options.number("cpu_limit", "\"87.5%\" or a share from 0 to 1", { _ in true }) ?? 0)
            }
        request.workers = WorkerPlan.machine(limit: limit, workers: try workers(options)).workers
        return request
    }

    /// nil for `"auto"`.
    private static func workers(_ options: CallOptions) throws -> Int? {
        if case .string("auto")? = options.value("workers") { return nil }
        return try options.integer("workers", in: 1...1024)
    }

    /// `"sharpe"`, the better way understood, or `"sharpe:minimize"`.
    private static func objective(_ options: CallOptions) throws -> Objective? {
        guard let text = try options.text("objective", "a metric, as in \"sharpe\"") else { return nil }
        let words = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let metric = MetricCatalog.named(words[0]) else {
            throw options.fault("objective", "one of \(MetricCatalog.all.map(\.name).joined(separator: ", "))")
        }
        guard words.count == 2 else {
            return Objective(metric: metric.name, direction: metric.better == .lower ? .minimize : .maximize)
        }
        guard let direction = Direction(rawValue: words[1]) else {
            throw options.fault("objective", "a metric with maximize or minimize after the colon")
        }
        return Objective(metric: metric.name, direction: direction)
    }

    /// What a person should know who does not look at the study's state.
    private static func report(_ study: StudyRun, _ state: StudyState, _ work: SessionWork) {
        let (id, progress) = (study.record.resultID, study.progress)
        let kept = "\(id) keeps the \(CountText.text(progress.done)) trials that were done"
        switch state {
        case .interrupted: work.face.notice("interrupted: \(kept)")
        case .timedOut: work.face.notice("stopped by the time limit: \(kept)")
        default:
            guard progress.failed > 0 else { return }
            let all = progress.failed == progress.done ? "every trial" : CountText.text(progress.failed) + " trials"
            let reason = progress.commonestReason.map { ", mostly: \($0)" } ?? ""
            work.face.notice("\(id): \(all) failed\(reason)")
        }
    }

    private static func trials(_ work: SessionWork) -> LuaFunction {
        let known = [LuaParameter("top", "integer", "The best so many, the best first.")]
        return LuaFunction(
            "trials", "study?: study|string|integer, options?: table -> rows", options: known,
            "The trials of a study, the newest unless told."
        ) { call in
            let position = call.isTable(1) ? 1 : 2
            let options = try CallOptions(call, at: position, of: "trials", known: known)
            let study = try position == 1 || call.isNil(1) ? "newest" : ResultLibrary.reference(call, 1)
            let top = try options.integer("top", in: 1...Int.max)
            return call.return(try LuaRows(trialsOf: study, top, in: work.results()))
        }
    }

    private static func studies(_ work: SessionWork) -> LuaFunction {
        LuaFunction("studies", "-> rows", "All studies, the newest first.") { call in
            call.return(LuaRows(TextTable(try work.results().studies())))
        }
    }
}
