import Lua
import Strategies

/// What the language server of an editor reads about the names that scripts see, in the format of LuaLS
/// (luals.github.io/wiki/annotations): made from the same descriptions as help.
package struct LuaAnnotations {
    private var lines = ["---@meta", "", "-- Written by candela: what scripts see. Made anew, never edited."]

    package var text: String { lines.joined(separator: "\n") + "\n" }

    /// What strategies see.
    package static var strategies: LuaAnnotations {
        LuaAnnotations(LibraryCatalog.strategy, LibraryCatalog.types, StrategyTable.shapes)
    }

    /// What programs, notebooks and the prompt see, strategies included.
    package static var workbench: LuaAnnotations {
        LuaAnnotations(WorkbenchLibrary.described, WorkbenchLibrary.types, StrategyTable.shapes)
    }

    init(_ libraries: [LuaLibrary], _ types: [LuaType], _ shapes: [StrategyTable.Shape]) {
        for shape in shapes { addClass(shape.name, shape.summary, shape.keys) }
        for type in types { add(type) }
        for library in libraries { add(library) }
    }

    private mutating func addClass(_ name: String, _ summary: String, _ keys: [LuaParameter]) {
        start(summary)
        lines.append("---@class \(name)")
        for key in keys { addField(key.name + (key.isOptional ? "?" : ""), key.type, key.summary) }
    }

    private mutating func addField(_ name: String, _ type: String?, _ summary: String) {
        lines.append("---@field \(name) \(type ?? "any")" + (summary.isEmpty ? "" : " \(summary)"))
    }

    /// Begins a declaration with its help.
    private mutating func start(_ summary: String) {
        lines.append("")
        if !summary.isEmpty { lines.append("---" + summary) }
    }

    // MARK: Functions

    private mutating func add(_ library: LuaLibrary) {
        if !library.name.isEmpty {
            start(library.summary)
            lines += ["---@class candela.\(library.name)", "\(library.name) = {}"]
        }
        // Lua's own print has its description in the editor.
        for function in library.functions where !(library.name.isEmpty && function.name == "print") {
            let options = optionsClass([library.name, function.name], function.options)
            start(function.summary)
            if let other = function.alternative {
                lines.append("---@overload \(Self.type(other, gives: function.results))")
            }
            let name = library.name.isEmpty ? function.name : "\(library.name).\(function.name)"
            addCall(name, function.parameters, options, function.results)
        }
    }

    private mutating func addCall(
        _ name: String, _ parameters: [LuaParameter], _ options: String?, _ results: [LuaParameter]
    ) {
        if results.contains(where: \.isGeneric) { lines.append("---@generic T") }
        for parameter in parameters {
            let mark = parameter.isOptional ? "?" : ""
            var type = parameter.type ?? "any"
            if let options, parameter.name == "options" { type = type.replacing("table", with: options) }
            let summary = parameter.summary.isEmpty ? "" : " " + parameter.summary
            lines.append("---@param \(parameter.name)\(mark) \(type)\(summary)")
        }
        for result in results { lines.append("---@return \(result.type ?? "any") \(result.name)".trimmingSpace) }
        lines.append("function \(name)(\(parameters.map(\.name).joined(separator: ", "))) end")
    }

    /// Declares what a table of options holds; gives the name of its class.
    private mutating func optionsClass(_ path: [String], _ options: [LuaParameter]) -> String? {
        guard !options.isEmpty else { return nil }
        let name = (path.filter { !$0.isEmpty } + ["options"]).joined(separator: "_")
        let keys = options.map { LuaParameter($0.name, $0.type, isOptional: true, $0.summary) }
        addClass(name, "Options of \(path.filter { !$0.isEmpty }.joined(separator: ".")).", keys)
        return name
    }

    /// `fun(candles: candle_series, period?: integer): series`.
    private static func type(_ parameters: [LuaParameter], gives results: [LuaParameter]) -> String {
        let list = parameters.map { "\($0.name)\($0.isOptional ? "?" : ""): \($0.type ?? "any")" }
        let gives = results.isEmpty ? "" : ": " + results.map { $0.type ?? "any" }.joined(separator: ", ")
        return "fun(\(list.joined(separator: ", ")))\(gives)"
    }

    // MARK: Objects

    private mutating func add(_ type: LuaType) {
        let methods = type.members.filter { $0.kind == .method }
        let options = methods.map { optionsClass([type.word, $0.name], $0.options) }
        start(type.summary)
        lines.append("---@class \(type.word)")
        for member in type.members {
            let result = member.results.first?.type
            switch member.kind {
            case .field: addField(member.name, result, member.summary)
            case .index: addField(member.hasOwnNames ? "[string]" : "[integer]", result, member.summary)
            case .operator(let event): addOperator(event, member)
            case .method: break
            }
        }
        guard !methods.isEmpty else { return }
        // The name of a type may be that of a global, too.
        lines += ["local \(type.word)_type = {}"]
        for (method, options) in zip(methods, options) {
            start(method.summary)
            addCall("\(type.word)_type:\(method.name)", method.parameters, options, method.results)
        }
    }

    /// Those that an annotation can say; one that only refuses gives nothing.
    private mutating func addOperator(_ event: String, _ member: LuaMember) {
        let name = String(event.dropFirst(2))
        guard Self.operators.contains(name), let result = member.results.first?.type else { return }
        let isUnary = ["unm", "bnot", "len"].contains(name)
        let operand = isUnary ? "" : "(\(member.parameters.last?.type ?? "any"))"
        lines.append("---@operator \(name)\(operand): \(result)")
    }

    private static let operators = [
        "add", "sub", "mul", "div", "idiv", "mod", "pow", "unm", "band", "bor", "bxor", "bnot", "len", "call",
    ]
}

extension String {
    fileprivate var trimmingSpace: String { hasSuffix(" ") ? String(dropLast()) : self }
}
