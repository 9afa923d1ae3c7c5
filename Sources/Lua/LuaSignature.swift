/// What a function takes and gives, written as one would say it: `source: series, period: integer = 20 -> series`.
///
/// Parameters by commas, each a name, its type behind a colon, its default behind `=`; a `?` behind a name that may be
/// left out, `...` for more. Behind the arrow the results, each a type or a name with its type. Types are those of Lua and
/// of the objects (`LuaType.word`), several by `|`; `T` is the type that a caller gives, among the results as among the
/// parameters; without one nothing is said.
package struct LuaSignature: Sendable, Equatable {
    package let parameters: [LuaParameter]
    package let results: [LuaParameter]

    package init(_ text: String) {
        let sides = text.split(separator: "->", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        parameters = LuaParameter.list(sides.first ?? "")
        results = (sides.count > 1 ? LuaParameter.list(sides[1]) : []).map { result in
            result.type == nil ? LuaParameter("", result.isOptional ? result.name + "?" : result.name) : result
        }
    }

    package init(_ parameters: [LuaParameter], gives results: [LuaParameter]) {
        self.parameters = parameters
        self.results = results
    }
}

/// A parameter, result, option or key of Lua: its name, what it may be, and its help.
package struct LuaParameter: Sendable, Equatable, CustomStringConvertible {
    /// "" for a result that has none.
    package let name: String

    /// As annotations write it: `series|number`; nil where nothing is known.
    package let type: String?

    /// As a script would write it; nil when the argument must be given.
    package let defaultText: String?
    package let isOptional: Bool

    /// One line; often there is nothing to say beyond the name.
    package let summary: String

    /// Whether it has the type that a caller gives.
    package var isGeneric: Bool { type == "T" }

    package init(
        _ name: String, _ type: String? = nil, default defaultText: String? = nil, isOptional: Bool = false,
        _ summary: String = ""
    ) {
        self.name = name
        self.type = type
        self.defaultText = defaultText
        self.isOptional = isOptional || defaultText != nil
        self.summary = summary
    }

    package var description: String {
        defaultText.map { "\(name) = \($0)" } ?? (isOptional ? name + "?" : name)
    }

    /// A line of help, with the names of what an options table may hold.
    static func summary(_ summary: String, options: [LuaParameter]) -> String {
        guard !options.isEmpty else { return summary }
        let sentence = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
        return "\(sentence); options: \(options.map(\.name).joined(separator: ", "))."
    }

    /// Reads a list as `LuaSignature` describes it.
    package static func list(_ text: String) -> [LuaParameter] {
        text.split(separator: ",").map { LuaParameter(reading: $0) }.filter { !$0.name.isEmpty }
    }

    init(reading text: Substring) {
        let sides = text.split(separator: "=", maxSplits: 1).map(Self.trimmed)
        let parts = (sides.first ?? "").split(separator: ":", maxSplits: 1).map(Self.trimmed)
        let name = parts.first ?? ""
        self.init(
            name.hasSuffix("?") ? String(name.dropLast()) : name, parts.count > 1 ? parts[1] : nil,
            default: sides.count > 1 ? sides[1] : nil, isOptional: name.hasSuffix("?"))
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
