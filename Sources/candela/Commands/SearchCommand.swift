import ArgumentParser
import Candles
import Console
import Research
import Search
import Store

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the parameters of a strategy, every trial kept.",
        usage: """
            candela search STRATEGY [OPTIONS]
            candela search [STRATEGY] --resume STUDY [--trials N] [OPTIONS]
            """,
        discussion: "Ctrl-C ends it and keeps what is done; --resume goes on from there.")

    @Argument(
        help: "A strategy: its name on the shelf, or the path of its script.", completion: .file(extensions: ["lua"]))
    var strategy: String?

    @OptionGroup(title: "Search") var search: SearchOptions
    @OptionGroup(title: "Candles") var candles: CandleOptions
    @OptionGroup(title: "Costs") var costs: CostOptions
    @OptionGroup(title: "Workers") var workers: WorkerOptions

    @Option(help: ArgumentHelp("Go on with a study that ended early, as it was asked for.", valueName: "study"))
    var resume: String?

    @OptionGroup var wall: WallOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var quiet: QuietOptions

    func validate() throws {
        if strategy == nil && resume == nil {
            throw ValidationError("expected a strategy: a name on the shelf or a path.")
        }
        if resume != nil && candles.isGiven {
            throw ValidationError(
                "--resume goes on with the candles of the study: leave out options that choose candles.")
        }
    }

    func run() throws {
        let workbench = home.workbench
        let study = try prepare(workbench)
        if !quiet.isQuiet {
            let workers = CountText.text(study.progress.workers.count, "worker")
            Output.note(["\(study.record.resultID): \(study.title), \(study.lookback), \(workers)"])
        }
        let ending = try watched(study)
        let summary = SearchSummary(
            study, results: try workbench.results(.readOnly), strategy: strategy, home: home.home)
        try format.print(try summary.record)
        if format.isForReading, let next = summary.next { try Output.write("\nnext: \(next)\n") }
        if let fault = summary.fault(ending) { throw fault }
    }

    private func prepare(_ workbench: Workbench) throws -> StudyRun {
        let script = try strategy.map { try workbench.shelf.script($0) }
        let wall = wall.inProcess ? nil : workbench.wall
        if let resume {
            let results = try workbench.results(.readWrite)
            let record = try results.study(resume)
            let request = try StudyRequest(resuming: record, script: script, in: workbench)
            return try StudyRun(resuming: record, with: completed(request), behind: wall, in: results)
        }
        guard let script else { preconditionFailure("a search without a strategy was let through") }
        let request = StudyRequest(script: script, selection: try workbench.select(candles.choice))
        Output.note(request.selection.notices)
        return try StudyRun(completed(request), behind: wall, in: workbench.results(.readWrite))
    }

    /// The request with all that was given on the command line.
    private func completed(_ request: StudyRequest) -> StudyRequest {
        var request = request
        request.warmup = candles.warmup ?? request.warmup
        request.sampler = search.sampler ?? request.sampler
        request.trials = search.trials ?? request.trials
        request.seed = search.seed ?? request.seed
        request.objective = search.objective ?? request.objective
        request.settings = costs.settings(over: request.settings)
        request.timeLimit = search.timeout ?? request.timeLimit
        request.trialTimeLimit = search.trialTimeout ?? request.trialTimeLimit
        request.workers = WorkerPlan.machine(limit: workers.cpuLimit, workers: workers.count).workers
        return request
    }

    /// Runs the study with its progress shown, until it ends or the user wants it to.
    private func watched(_ study: StudyRun) throws -> SearchEnding {
        let watch = Interrupt.watch { _ in study.cancel() }
        defer { watch.end() }
        let progress = LiveProgress(isQuiet: quiet.isQuiet) { ProgressText.Value(study) }
        defer { progress.finish() }
        do {
            return SearchEnding(try study.run())
        } catch {
            progress.finish()
            let kept = CountText.text(study.keptTrials, "trial")
            if study.keptTrials > 0 { Output.note("\(study.record.resultID) keeps the \(kept) that were stored") }
            throw error
        }
    }
}
