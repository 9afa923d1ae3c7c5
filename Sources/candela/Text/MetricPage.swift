import Console
import Metrics

extension Metric {
    /// All that its description says.
    var page: TextRecord {
        var page = TextRecord()
        page.add("metric", .text(name))
        page.add("title", .text(title))
        page.add("formula", .text(formula))
        page.add("undefined", .text(undefined ?? "never"))
        page.add("unit", .text(unit.words))
        page.add("better", .text(better.words))
        page.add("in searches", .text(cost == .trades ? "of each trial" : "where it is the objective"))
        page.add("source", .text(source))
        return page
    }
}

extension Metric.Unit {
    fileprivate var words: String {
        switch self {
        case .fraction: "a fraction, not percent"
        case .ratio: "a ratio"
        case .count: "a whole number"
        case .money: "money"
        case .candles: "candles"
        }
    }
}

extension Metric.Better {
    fileprivate var words: String {
        switch self {
        case .higher: "higher"
        case .lower: "lower"
        case .neither: "neither"
        }
    }
}
