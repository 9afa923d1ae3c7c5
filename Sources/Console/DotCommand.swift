import Lua

/// A short way to say at the prompt, or at the head of a cell, what needs more letters in Lua: `.sql SELECT …`.
package struct DotCommand: Sendable {
    /// What a face does for it.
    package enum Action: Sendable, Equatable {
        /// Runs this Lua and shows its value.
        case run(String)
        /// Runs the program in a file.
        case read(String)
        case show(String)
        case quit
        /// What is wrong with how it was typed.
        case fault(String)
    }

    package let name: String
    let usage: String
    let summary: String
    private let action: @Sendable (_ rest: String) -> Action

    package static let all: [DotCommand] = [
        DotCommand("candles", "", "What is stored.") { _ in .run("candles.list()") },
        DotCommand("help", "[NAME]", "This, or what a function does.") { name in
            name.isEmpty ? .show(overview) : .run("help(\(quoted(name)))")
        },
        DotCommand("queries", "", "Stored queries.") { _ in .run("queries()") },
        DotCommand("query", "NAME [KEY=VALUE]...", "Runs a stored query.") { rest in
            let words = rest.split(separator: " ").map(String.init)
            guard let name = words.first else {
                return .fault(".query needs the name of a stored query; .queries lists them")
            }
            var values: [String] = []
            for word in words.dropFirst() {
                let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                guard sides.count == 2, !sides[0].isEmpty else {
                    return .fault("\(word): a name and a value are needed, as in limit=20")
                }
                values.append("[\(quoted(sides[0]))] = \(quoted(sides[1]))")
            }
            return .run("query(\(quoted(name)), {\(values.joined(separator: ", "))})")
        },
        DotCommand("quit", "", "Leaves; so does Ctrl-D.") { _ in .quit },
        DotCommand("read", "FILE", "Runs a Lua program in this session.") { file in
            file.isEmpty ? .fault(".read needs a file") : .read(file)
        },
        DotCommand("sql", "SELECT ...", "Runs SQL that reads.") { text in
            text.isEmpty ? .fault(".sql needs SQL, as in .sql SELECT * FROM studies") : .run("sql(\(quoted(text)))")
        },
        DotCommand("strategies", "", "Scripts on the shelf.") { _ in .run("strategies()") },
        DotCommand("studies", "", "All studies, the newest first.") { _ in .run("studies()") },
    ]

    private init(
        _ name: String, _ usage: String, _ summary: String, _ action: @escaping @Sendable (String) -> Action
    ) {
        self.name = name
        self.usage = usage
        self.summary = summary
        self.action = action
    }

    /// What an input asks for; nil where it is Lua.
    package static func action(of input: String) -> Action? {
        let text = input.trimmingPrefix(while: \.isWhitespace)
        guard text.first == ".", text.dropFirst().first?.isLetter == true else { return nil }
        let name = text.dropFirst().prefix { !$0.isWhitespace }
        let rest = text.dropFirst(name.count + 1).drop(while: \.isWhitespace)
        guard let command = all.first(where: { $0.name == name }) else {
            let near = Spelling.nearest(to: String(name), in: all.map(\.name))
            return .fault(
                "there is no .\(name); " + (near.map { "did you mean .\($0)?" } ?? ".help lists what there is"))
        }
        return command.action(String(rest.reversed().drop(while: \.isWhitespace).reversed()))
    }

    private static var overview: String {
        let width = (all.map { $0.name.count + $0.usage.count }.max() ?? 0) + 4
        return all.map { TextWidth.pad(".\($0.name) \($0.usage)", to: width, right: false) + $0.summary }
            .joined(separator: "\n") + "\nEverything else is Lua: help() lists its functions."
    }

    /// A text as Lua would write it.
    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\" + String(scalar)
            case "\n": out += "\\n"
            case _ where scalar.value < 32: out += "\\u{\(String(scalar.value, radix: 16))}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
