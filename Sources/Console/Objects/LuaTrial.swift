import Lua
import Research
import Store

/// A stored trial as scripts hold it; `compare` and `backtest` take it.
final class LuaTrial: ReadableObject {
    let record: TrialRecord
    let study: StudyRecord

    /// What its study was asked for, where that was in this session: with it the candles, stored or not.
    let request: StudyRequest?

    init(_ record: TrialRecord, of study: StudyRecord, request: StudyRequest? = nil) {
        self.record = record
        self.study = study
        self.request = request
    }

    func text(_ style: TextStyle) -> String {
        var text = TextRecord()
        text.add("trial", .text(record.resultID.description), .text)
        text.add("strategy", .text(study.plan.provenance.strategy), .text)
        text.add(record.parameters)
        text.add("state", .text(record.state.rawValue), .text)
        if let reason = record.reason { text.add("reason", .text(reason), .text) }
        if !record.placesOfFailure.isEmpty { text.add("traceback", lines: record.placesOfFailure) }
        text.group("Scorecard")
        text.add(
            record.metrics.names, record.metrics.values, .headline, objective: study.plan.objective.metric)
        return text.lines(style)
    }

    var title: String { "\(record.resultID) (\(InertText.text(record.parameters.description)))" }

    static let luaType = LuaType(
        "trial", "One evaluation of a search.",
        [
            .field("id: string", "As in t12.345.") { (t: LuaTrial, call) in call.return(t.record.resultID.description)
            },
            .field("number: integer", "From 0, in the order in which the sampler proposed them.") {
                (t: LuaTrial, call) in
                call.return(t.record.number)
            },
            .field("study: string", "The id of its study.") { (t: LuaTrial, call) in
                call.return(t.study.resultID.description)
            },
            .field("state: string", "complete, failed or pruned.") { (t: LuaTrial, call) in
                call.return(t.record.state.rawValue)
            },
            .field("reason: string?", "Why it failed or was pruned; else nil.") { (t: LuaTrial, call) in
                call.return(t.record.reason.map { .string($0) } ?? .nil)
            },
            .field("traceback: string?", "Where it failed, the innermost place first, a line each; else nil.") {
                (t: LuaTrial, call) in
                call.return(t.record.traceback.map { .string($0) } ?? .nil)
            },
            .field("parameters: table", "The parameters it ran with.") { (t: LuaTrial, call) in
                call.return(t.record.parameters)
            },
            .field("metrics: scorecard", "Its numbers: t.metrics.sharpe.") { (t: LuaTrial, call) in
                call.return(LuaScorecard(t.record.metrics))
            },
            LuaTrial.textMember,
        ])
}
