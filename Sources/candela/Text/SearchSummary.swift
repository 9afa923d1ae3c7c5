import Console
import Research
import Search
import Store

/// What is said at the end of a search.
struct SearchSummary {
    private let study: StudyRun
    private let progress: StudyProgress
    private let results: ResultStore
    private let home: String
    private let resuming: String

    /// `strategy` and `home`, as they were typed, are added to the commands that are proposed.
    init(_ study: StudyRun, results: ResultStore, strategy: String?, home: String?) {
        self.study = study
        resuming = strategy.map { ShellText.quoted($0) + " " } ?? ""
        self.home = home.map { " --home " + ShellText.quoted($0) } ?? ""
        self.results = results
        progress = study.progress
    }

    private var id: ResultID { study.record.resultID }

    /// How it went and the best trial with its scorecard.
    var record: TextRecord {
        get throws {
            var record = TextRecord()
            record.add("study", .text(id.description), .text)
            record.add("strategy", .text(study.record.plan.provenance.strategy), .text)
            record.add("market", .text("\(study.candles.symbol) \(study.candles.timeframe)"), .text)
            record.add("lookback", .text(study.lookback), .text)
            record.add("state", .text(progress.state.rawValue), .text)
            record.add("trials", .integer(progress.done), .count)
            record.add("failed", .integer(progress.failed), .count)
            if let reason = progress.commonestReason { record.add("commonest_reason", .text(reason), .text) }
            record.add("elapsed", .real(progress.elapsed / .seconds(1)), .duration)
            record.add("trials_per_second", .real(progress.rate), .ratio)
            guard let best = progress.best else { return record }
            let trial = try results.trial(best.number, ofStudy: study.record.id)
            record.group("Best by \(study.record.plan.objective)")
            record.add("trial", .text(trial.resultID.description), .text)
            record.add(trial.parameters)
            record.add(
                trial.metrics.names, trial.metrics.values, .headline,
                objective: study.record.plan.objective.metric)
            return record
        }
    }

    /// The command to type next; nil where there is nothing to look at.
    var next: String? { progress.best == nil ? nil : "candela query leaderboard\(home)" }

    /// What keeps the search from being a plain success.
    func fault(_ ending: SearchEnding) -> CommandError? {
        let rest = "what is done is kept, go on with candela search \(resuming)--resume \(id)\(home)"
        switch ending {
        case .timedOut: return CommandError(sentence: "stopped by the time limit; \(rest)", ending: .limit)
        case .interrupted: return CommandError(sentence: "interrupted; \(rest)", ending: .interrupted)
        case .failed: return CommandError(sentence: "\(id) failed", ending: .fault)
        case .done:
            guard progress.done > 0, progress.failed == progress.done else { return nil }
            let reason = progress.commonestReason ?? "no reason given"
            return CommandError(sentence: "every trial failed, mostly: \(reason)", ending: .badInput)
        }
    }
}
