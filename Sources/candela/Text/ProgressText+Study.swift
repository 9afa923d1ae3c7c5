import Console
import Metrics
import Research
import Search

extension StudyRun {
    /// What is searched: `sma_crossover on BTC_USDT 5m`.
    var title: String { "\(record.plan.provenance.strategy) on \(candles.symbol) \(candles.timeframe)" }

    /// `10,000 candles of 5m = 34.7 days`: those that are traded.
    var lookback: String { candles.timeframe.text(candles: candles.traded.count) }
}

extension ProgressText.Value {
    /// How far a study is at this moment.
    init(_ study: StudyRun) {
        let progress = study.progress
        let metric = study.record.plan.objective.metric
        let kind = MetricCatalog.named(metric).map { TextColumn.Kind($0.unit) } ?? .ratio
        self.init(
            name: study.title, done: progress.done, total: progress.total, elapsed: progress.elapsed,
            rate: progress.doneInRun > 0 ? progress.rate : nil, remaining: progress.timeToGo,
            best: progress.best.map {
                ProgressText.Best(trial: $0.number, metric: metric, value: $0.value, kind: kind)
            },
            failed: progress.failed, commonestReason: progress.commonestReason,
            workers: progress.workers.map {
                ProgressText.Worker(number: $0.index + 1, trial: $0.trial, elapsed: $0.elapsed)
            })
    }
}
