import Candles
import Metrics
import Research
import Store

extension TextRecord {
    /// A backtest that was just run; with a drawing of its equity for people. A convention has metrics of its own.
    package init(
        _ result: BacktestResult, saved: ResultID?, isDrawn: Bool, metrics: MetricChoice = .headline,
        convention: Convention? = nil
    ) {
        self.init()
        let backtest = result.backtest
        if let saved { add("backtest", .text(saved.description), .text) }
        add("strategy", .text(result.strategy), .text)
        add(result.parameters)
        let scorecard = convention.map { Scorecard(backtest, convention: $0) } ?? result.scorecard
        group(convention.map { "Scorecard as of \($0.name)" } ?? "Scorecard")
        add(scorecard.metrics.map(\.name), scorecard.values, convention == nil ? metrics : .all)
        add("final_equity", .real(backtest.summary.finalEquity), .money)
        if isDrawn { add("equity", .text(Sparkline.text(backtest.equity.array())), .text) }
        if let position = backtest.openPosition {
            let time = backtest.candles.time[position.entry.index]
            add(
                "open_position", .text("\(position.side.rawValue) since \(TimeText.text(time))"),
                .text)
        }
        if backtest.conflictingEntries > 0 {
            add("conflicting_entries", .integer(backtest.conflictingEntries), .count)
        }
        if backtest.rejectedEntries > 0 { add("rejected_entries", .integer(backtest.rejectedEntries), .count) }
        add(result.provenance)
    }
}
