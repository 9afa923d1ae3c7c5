import ArgumentParser
import Console
import Indicators
import Lua
import Metrics

struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "The manual, printed from the catalogs.")

    @Argument(
        help: """
            A chapter (\(ReferenceTopic.names)), an indicator such as ta.rsi, or a metric such as sharpe. (default: all chapters)
            """, completion: .list(ReferenceTopic.allCases.map(\.rawValue)), transform: ReferenceSubject.init)
    var topic: ReferenceSubject?

    @Flag(name: .customLong("lua"), help: "Print it as annotations for lua-language-server (see candela editor).")
    var isForEditor = false

    @OptionGroup var format: FormatOptions

    func validate() throws {
        if isForEditor {
            guard topic == nil else { throw ValidationError("--lua prints everything: leave the topic out.") }
            return
        }
        if topic == nil && !format.isForReading {
            throw ValidationError("csv and json take one topic: \(ReferenceTopic.names).")
        }
    }

    func run() throws {
        if isForEditor { return try Output.write(LuaAnnotations.workbench.text) }
        switch topic {
        case .topic(let topic): return try format.print(topic.table)
        // Sentences are not cut to the width of the terminal.
        case .indicator(let indicator): return try Output.write(indicator.page.text(format.format))
        case .metric(let metric): return try Output.write(metric.page.text(format.format))
        case nil: break
        }
        for topic in ReferenceTopic.allCases {
            try Output.write("\(topic.title)\n\n")
            try format.print(topic.table)
            try Output.write("\n")
        }
    }
}

/// What the manual is asked about.
enum ReferenceSubject {
    case topic(ReferenceTopic)
    case indicator(Indicator)
    case metric(Metric)

    init(_ text: String) throws {
        let name = text.hasPrefix("ta.") ? String(text.dropFirst(3)) : text
        if let topic = ReferenceTopic(rawValue: text) {
            self = .topic(topic)
        } else if let indicator = IndicatorCatalog.indicator(named: name) {
            self = .indicator(indicator)
        } else if let metric = MetricCatalog.named(text) {
            self = .metric(metric)
        } else {
            let names = IndicatorCatalog.all.map { "ta.\($0.name)" } + MetricCatalog.all.map(\.name)
            let near = Spelling.nearest(to: text, in: names) ?? Spelling.nearest(to: "ta." + name, in: names)
            let example = near.map { "did you mean \($0)?" } ?? "such as ta.rsi or sharpe"
            throw ValidationError("expected one of \(ReferenceTopic.names), an indicator or a metric, \(example)")
        }
    }
}

extension ReferenceTopic {
    fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
