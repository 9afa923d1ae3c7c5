import Lua
import Research
import Store

/// A stored study as scripts hold it; what it tells is read from the store each time.
final class LuaStudy: ReadableObject {
    let id: Int64
    private let work: SessionWork

    /// What it was asked for, where that was in this session.
    private let request: StudyRequest?

    init(_ record: StudyRecord, work: SessionWork, request: StudyRequest? = nil) {
        id = record.id
        self.work = work
        self.request = request
    }

    private var summary: StudySummary { get throws { try work.results().summary(ofStudy: id) } }

    /// nil while no trial has a value.
    var best: LuaTrial? {
        get throws {
            let (results, summary) = (try work.results(), try summary)
            guard case .trial(_, let number)? = summary.bestTrial else { return nil }
            return LuaTrial(try results.trial(number, ofStudy: id), of: summary.study, request: request)
        }
    }

    func text(_ style: TextStyle) -> String {
        do {
            return TextRecord(try summary).lines(style)
        } catch {
            return "\(ResultID.study(id)): \(error)"
        }
    }

    var title: String { ResultID.study(id).description }

    static let luaType = LuaType(
        "study", "A search and its trials.",
        [
            .field("id: string", "As in s12.") { (s: LuaStudy, call) in call.return(ResultID.study(s.id).description) },
            .field("state: string", "How it ended: complete, exhausted, timed_out, interrupted, failed; or running.") {
                (s: LuaStudy, call) in call.return(try s.summary.study.state.rawValue)
            },
            .field("best: trial?", "The best trial; nil where none has a value.") { (s: LuaStudy, call) in
                guard let best = try s.best else { return call.return(.nil) }
                return call.return(best)
            },
            .field("strategy: string", "The strategy's name.") { (s: LuaStudy, call) in
                call.return(try s.summary.study.plan.provenance.strategy)
            },
            .field("objective: string", "The metric it pursues, as in sharpe:maximize.") { (s: LuaStudy, call) in
                call.return(try s.summary.study.plan.objective.description)
            },
            .field("complete: integer", "How many trials are complete.") { (s: LuaStudy, call) in
                call.return(try s.summary.complete)
            },
            .field("failed: integer", "How many trials failed.") { (s: LuaStudy, call) in
                call.return(try s.summary.failed)
            },
            .method(
                "trials", "n?: integer -> rows", "The n best trials, the best first; all by number where n is left out."
            ) {
                (s: LuaStudy, call) in
                let count = call.isNil(2) ? nil : try call.integer(2, in: 1...Int.max)
                return call.return(try LuaRows(trialsOf: s.title, count, in: s.work.results()))
            },
            LuaStudy.textMember,
        ])
}

extension LuaRows {
    /// The best trials of a study, or all of them by number.
    convenience init(trialsOf study: String, _ count: Int?, in results: ResultStore) throws {
        let study = try results.study(study)
        let table = try results.trialTable(
            of: study, order: count == nil ? .number : .objective, limit: count,
            metrics: MetricChoice.headline.names(
                from: results.metrics(of: study), objective: study.plan.objective.metric))
        self.init(TextTable(table))
    }
}
