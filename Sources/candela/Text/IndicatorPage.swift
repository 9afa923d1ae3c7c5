import Console
import Indicators

extension Indicator {
    /// As a script calls it, with the options' defaults: `ta.atr(high, low, close, period = 14)`.
    var call: String {
        let options = options.map { "\($0.name) = \($0.defaultText)" }
        return "ta.\(name)(\((inputs.map(\.name) + options).joined(separator: ", ")))"
    }

    /// All that its description says.
    var page: TextRecord {
        var page = TextRecord()
        page.add("call", .text(call))
        page.add("title", .text(title))
        page.add("tells", .text(summary))
        page.add("formula", .text(formula))
        for option in options {
            page.add(option.name, .text("\(option.requirement); \(option.defaultText) unless told"))
        }
        for (output, warmup) in zip(outputs, warmups(self.options())) {
            page.add(outputs.count == 1 ? "gives" : "gives \(output.name)", .text(output.words(warmup)))
        }
        page.add("missing", .text("it begins anew behind a missing value; many of TA-Lib's functions stay missing"))
        page.add("source", .text(source))
        return page
    }
}

extension Indicator.Output {
    fileprivate func words(_ warmup: Int) -> String {
        let begin = warmup == 0 ? "" : ", after \(warmup) candles with these defaults"
        return switch kind {
        case .series: (isSparse ? "numbers, some missing" : "numbers") + begin
        case .mask: "yes or no" + begin
        case .score: "whole numbers" + begin
        }
    }
}
