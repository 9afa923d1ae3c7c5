import Lua

/// What the libraries and types of a session say of themselves: for `help` and completion.
struct Reference {
    /// A function, or what a type has.
    struct Entry {
        /// As it is written: `ta.rsi`, `backtest`, `series:above`.
        let name: String
        let signature: String
        let summary: String
    }

    let functions: [Entry]
    private let libraries: [(name: String, summary: String)]
    private let types: [LuaType]

    init(_ libraries: [LuaLibrary], types: [LuaType]) {
        self.libraries = libraries.filter { !$0.name.isEmpty }.map { ($0.name, $0.summary) }
        self.types = types
        functions = libraries.flatMap { library in
            let head = library.name.isEmpty ? "" : library.name + "."
            return library.functions.map {
                Entry(name: head + $0.name, signature: head + $0.signature, summary: $0.summary)
            }
        }
    }

    /// All that `help` knows.
    var names: [String] { functions.map(\.name) + libraries.map(\.name) + types.map(\.name) }

    /// Everything but the members of libraries, a line each.
    var overview: String {
        let globals = functions.filter { !$0.name.contains(".") }.map { ($0.name, Self.short($0.summary)) }
        let libraries = libraries.map { ($0.name, $0.summary + " help(\"\($0.name)\") lists them.") }
        return Self.aligned((globals + libraries).sorted { $0.0 < $1.0 })
    }

    /// Without what comes after a semicolon, such as a list of options.
    private static func short(_ summary: String) -> String {
        summary.firstIndex(of: ";").map { summary[..<$0] + "." } ?? summary
    }

    /// What the function, library and type of a name say; nil where there is none.
    func text(of name: String) -> String? {
        var texts = functions.filter { $0.name == name }.map { $0.signature + "\n" + $0.summary }
        for library in libraries where library.name == name {
            let members = functions.filter { $0.name.hasPrefix(name + ".") }
            texts.append(library.summary + "\n" + Self.aligned(members.map { ($0.signature, $0.summary) }))
        }
        for type in types where type.name == name {
            texts.append(type.summary + "\n" + Self.aligned(type.members.compactMap(Self.line)))
        }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }

    private static func line(_ member: LuaMember) -> (String, String)? {
        switch member.kind {
        case .method:
            (":\(member.name)(\(member.parameters.map(\.description).joined(separator: ", ")))", member.summary)
        case .field: (".\(member.name)", member.summary)
        case .index: ("[key]", member.summary)
        case .operator: nil
        }
    }

    private static func aligned(_ rows: [(String, String)]) -> String {
        let width = min(48, rows.map { $0.0.count }.max() ?? 0)
        return rows.map { TextWidth.pad($0.0, to: width + 2, right: false) + $0.1 }.joined(separator: "\n")
    }
}
