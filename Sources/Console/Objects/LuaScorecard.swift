import Lua
import Metrics
import Store

/// The metrics of one result as scripts hold them: `b.metrics.sharpe`.
final class LuaScorecard: ReadableObject {
    private let entries: [(name: String, value: Double)]

    init(_ scorecard: Scorecard) {
        entries = zip(scorecard.metrics, scorecard.values).map { ($0.name, $1) }
    }

    init(_ scorecard: StoredScorecard) {
        entries = zip(scorecard.names, scorecard.values).map { ($0, $1) }
    }

    /// For comparisons.
    var values: [String: Double] { Dictionary(entries.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }) }

    func text(_ style: TextStyle) -> String {
        var record = TextRecord()
        record.add(entries.map(\.name), entries.map(\.value), .all)
        return record.lines(style)
    }

    var title: String { "scorecard" }

    static let luaType = LuaType(
        "scorecard", "The numbers that judge a backtest; fractions, not percent; NaN where undefined.",
        MetricCatalog.all.map { metric in
            .field("\(metric.name): number?", metric.title + ".") { (scorecard: LuaScorecard, call) in
                guard let entry = scorecard.entries.first(where: { $0.name == metric.name }) else {
                    return call.return(.nil)
                }
                return call.return(metric.luaValue(entry.value))
            }
        } + [
            .operator(.pairs, "Names and values, in the order of the catalog.") { call in
                let scorecard: LuaScorecard = try call.object(1)
                return call.returnPairs(
                    scorecard.entries.map { name, value in
                        (name, MetricCatalog.named(name)?.luaValue(value) ?? .number(value))
                    })
            },
            LuaScorecard.textMember,
        ])
}

extension Metric {
    /// A count is an integer to Lua, everything else a number.
    fileprivate func luaValue(_ value: Double) -> LuaValue {
        if case .count = unit, let whole = Int(exactly: value) { .integer(whole) } else { .number(value) }
    }
}

extension LuaCall {
    /// What `pairs` gives: a function that hands out one entry after another.
    func returnPairs(_ entries: [(name: String, value: LuaValue)]) -> LuaResult {
        var rest = entries[...]
        stack.push(
            LuaFunction("next", "", "The next name and value.") { call in
                guard let entry = rest.popFirst() else { return call.return(.nil) }
                call.stack.push(entry.name)
                call.stack.push(entry.value)
                return call.results(2)
            })
        return results(1)
    }
}
