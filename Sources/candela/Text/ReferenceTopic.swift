import Console
import Indicators
import Lua
import Metrics
import Search
import Strategies

/// A chapter of the manual, made from its catalog.
enum ReferenceTopic: String, CaseIterable {
    case strategy, indicators, functions, types, workbench, metrics, samplers

    var title: String {
        switch self {
        case .strategy: "The table that a script returns, and the tables in it"
        case .indicators:
            "Indicators, as ta.name(…): inputs, then options with their defaults; ta.atr(candles) reads its own columns"
        case .functions: "Functions that a strategy can call beside Lua's own"
        case .types: "What candles, series and masks can do"
        case .workbench: "Functions that programs, notebooks and the prompt can call as well"
        case .metrics: "Metrics, also as objectives of a search"
        case .samplers: "Samplers: how a search chooses parameters"
        }
    }

    var table: TextTable {
        switch self {
        case .strategy:
            Self.table(
                ["table", "key", "holds", "tells"],
                StrategyTable.shapes.filter { $0.name != "parameters" }.flatMap { shape in
                    shape.keys.map { [shape.name, $0.description, $0.type ?? "", $0.summary] }
                })
        case .indicators:
            Self.table(
                ["call", "gives", "tells"],
                IndicatorCatalog.all.map { indicator in
                    let outputs = indicator.outputs.map(\.name).joined(separator: ", ")
                    return [indicator.call, outputs, "\(indicator.title): \(indicator.summary)"]
                })
        case .functions:
            // The functions of ta are a topic of their own.
            Self.table(["call", "tells"], Self.calls(LibraryCatalog.strategy.filter { $0.name != "ta" }))
        case .types:
            // What is only there to refuse an operator with a good message is no use of it.
            Self.table(
                ["type", "use", "tells"],
                LibraryCatalog.types.flatMap { type in
                    type.members.filter { $0.summary != "Not possible." }.map { [type.name, $0.use(type), $0.summary] }
                })
        case .workbench: Self.table(["call", "tells"], Self.calls(WorkbenchLibrary.programs))
        case .metrics:
            Self.table(
                ["name", "title", "tells"], MetricCatalog.all.map { [$0.name, $0.title, $0.rule] })
        case .samplers:
            Self.table(["name", "tells"], SamplerCatalog.all.map { [$0.name, $0.title] })
        }
    }

    private static func calls(_ libraries: [LuaLibrary]) -> [[String]] {
        libraries.flatMap { library in library.functions.map { [library.call($0), $0.summary] } }
    }

    private static func table(_ names: [String], _ rows: [[String]]) -> TextTable {
        TextTable(columns: names.map { TextColumn($0, .text) }, rows: rows.map { $0.map { .text($0) } })
    }
}

extension LuaLibrary {
    fileprivate func call(_ function: LuaFunction) -> String {
        name.isEmpty ? function.signature : "\(name).\(function.signature)"
    }
}

extension LuaMember {
    /// How a script writes it, with a letter for the object: `s:above(x)`, `c.close`, `s + x`, `m[key]`.
    fileprivate func use(_ type: LuaType) -> String {
        let object = type.name.prefix(1)
        switch kind {
        case .method: return "\(object):\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .field: return "\(object).\(name)"
        case .index: return "\(object)[key]"
        case .operator:
            switch name {
            case "#", "unary -", "unary ~": return "\(name.suffix(1))\(object)"
            case "tostring", "pairs": return "\(name)(\(object))"
            default: return "\(object) \(name) x"
            }
        }
    }
}
