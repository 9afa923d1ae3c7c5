import Candles
import Foundation
import Metrics
import Store

extension TextRecord {
    package init(_ summary: StudySummary) {
        self.init()
        let (study, plan) = (summary.study, summary.study.plan)
        add("study", .text(study.resultID.description), .text)
        add("name", study.name.map { .text($0) } ?? .none, .text)
        add("note", study.note.map { .text($0) } ?? .none, .text)
        add("strategy", .text(plan.provenance.strategy), .text)
        add("state", .text(study.state.rawValue), .text)
        add("reason", study.reason.map { .text($0) } ?? .none, .text)
        add("created", .moment(study.createdAt), .time)
        add("finished", study.finishedAt.map { .moment($0) } ?? .none, .time)
        group("Search")
        add("sampler", .text(plan.sampler), .text)
        add("seed", .text(plan.seed.value.description), .text)
        add("objective", .text(plan.objective.description), .text)
        add("trials_asked", .integer(plan.trials), .count)
        add("complete", .integer(summary.complete), .count)
        add("failed", .integer(summary.failed), .count)
        add("pruned", .integer(summary.pruned), .count)
        let kind = MetricCatalog.named(plan.objective.metric).map { TextColumn.Kind($0.unit) } ?? .plain
        add("best", .real(summary.best), kind)
        add("best_trial", summary.bestTrial.map { .text($0.description) } ?? .none, .text)
        add(plan.provenance)
    }

    package init(_ trial: TrialRecord, of study: StudyRecord, metrics: MetricChoice = .headline) {
        self.init()
        add("trial", .text(trial.resultID.description), .text)
        add("strategy", .text(study.plan.provenance.strategy), .text)
        add(trial.parameters)
        add("state", .text(trial.state.rawValue), .text)
        add("reason", trial.reason.map { .text($0) } ?? .none, .text)
        if !trial.placesOfFailure.isEmpty { add("traceback", lines: trial.placesOfFailure) }
        group("Scorecard")
        add(trial.metrics.names, trial.metrics.values, metrics, objective: study.plan.objective.metric)
        group("Work")
        add("duration", .real(Double(trial.timing.duration) / 1e9), .duration)
        add("worker", .integer(trial.timing.worker))
        add("finished", .moment(trial.timing.finishedAt), .time)
        add(study.plan.provenance)
    }

    /// With a drawing of its equity where one is given.
    package init(_ backtest: BacktestRecord, equity: Series?, metrics: MetricChoice = .headline) {
        self.init()
        add("backtest", .text(backtest.resultID.description), .text)
        add("name", backtest.name.map { .text($0) } ?? .none, .text)
        add("note", backtest.note.map { .text($0) } ?? .none, .text)
        add("strategy", .text(backtest.provenance.strategy), .text)
        add(backtest.parameters)
        add("created", .moment(backtest.createdAt), .time)
        group("Scorecard")
        add(backtest.metrics.names, backtest.metrics.values, metrics)
        add("final_equity", .real(backtest.finalEquity), .money)
        if let equity { add("equity", .text(Sparkline.text(equity.array())), .text) }
        add(backtest.provenance)
    }
}

extension TextCell {
    /// To the second.
    package static func moment(_ date: Date) -> TextCell {
        .time(Int64(date.timeIntervalSince1970.rounded(.down)) * 1000)
    }
}
