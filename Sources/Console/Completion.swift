import Lua
import Store

/// One way to go on with what is typed.
package struct Completion: Sendable, Equatable {
    /// What is replaced begins behind so many Unicode scalars of the text and ends at the cursor.
    package let start: Int
    package let text: String

    package init(start: Int, text: String) {
        self.start = start
        self.text = text
    }
}

extension Session {
    /// Ways to go on at a cursor with so many Unicode scalars before it: globals, fields, functions, options of a call;
    /// inside quotes strategies, symbols, timeframes, stored queries; after a dot its commands.
    package func completions(of text: String, at cursor: Int) -> [Completion] {
        let head = String(String.UnicodeScalarView(text.unicodeScalars.prefix(cursor)))
        let (prefix, names) =
            if head.first == ".", !head.contains(where: \.isWhitespace) {
                (head, DotCommand.all.map { ".\($0.name) " })
            } else if let quote = OpenQuote(head) { (quote.content, quoted(after: quote.before)) } else {
                unquoted(head)
            }
        let start = head.unicodeScalars.count - prefix.unicodeScalars.count
        return Set(names).filter { $0.hasPrefix(prefix) && $0 != prefix }.sorted().map {
            Completion(start: start, text: $0)
        }
    }

    // MARK: Names

    private func unquoted(_ head: String) -> (prefix: String, names: [String]) {
        guard let chain = head.firstMatch(of: /[A-Za-z_][A-Za-z0-9_.:]*$/)?.output else { return ("", []) }
        guard let mark = chain.lastIndex(where: { $0 == "." || $0 == ":" }) else {
            return (String(chain), options(in: head) ?? globals)
        }
        let path = chain[..<mark].split(whereSeparator: { $0 == "." || $0 == ":" }).map(String.init)
        return (String(chain[chain.index(after: mark)...]), members(of: path, isMethod: chain[mark] == ":"))
    }

    private static let words = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]
    private static let base = [
        "assert", "error", "getmetatable", "ipairs", "load", "next", "pairs", "pcall", "rawequal", "rawget", "rawlen",
        "rawset", "require", "select", "setmetatable", "tonumber", "tostring", "type", "xpcall",
    ]
    private static let standard = ["coroutine", "math", "string", "table", "utf8"]

    private var globals: [String] {
        let functions = reference.functions.map(\.name)
        let own = functions.filter { !$0.contains(".") }.map { $0 + "(" } + ["help("]
        let libraries = functions.compactMap {
            $0.split(separator: ".").count > 1 ? $0.prefix { $0 != "." } + "." : nil
        }
        let mine = lua.lend(environment) { $0.table { $0.names } } ?? []
        return own + libraries.map(String.init) + mine.filter { $0 != "_G" } + Self.words + Self.base.map { $0 + "(" }
            + Self.standard.map { $0 + "." }
    }

    /// Inside the braces of `backtest{…}` and `search{…}`, where no value is being written.
    private func options(in head: String) -> [String]? {
        guard let call = head.firstMatch(of: /(backtest|search)\s*\(?\s*\{(?:[^{}]*,)?\s*[A-Za-z_]*$/)?.output else {
            return nil
        }
        return (call.1 == "search" ? SearchLibrary.options : StrategyLibrary.options).map { $0.name + " = " }
    }

    private func members(of path: [String], isMethod: Bool) -> [String] {
        guard let first = path.first else { return [] }
        var value = lua.lend(environment) { $0.table { $0.value(first) } } ?? .nil
        if case .nil = value {
            guard path.count == 1 else { return [] }
            if Self.standard.contains(first) { return namesInLibrary(first) }
            let functions = reference.functions.map(\.name).filter { $0.hasPrefix(first + ".") }
            return functions.map { $0.dropFirst(first.count + 1) + "(" }
        }
        for name in path.dropFirst() { value = field(name, of: value) }
        switch value {
        case .table(let table): return lua.lend(table) { $0.table { $0.names } } ?? []
        case .object(let object):
            return type(of: object).luaType.members.compactMap { member in
                switch member.kind {
                case .method: isMethod ? member.name + "(" : nil
                case .field: isMethod ? nil : member.name
                default: nil
                }
            }
        case .string: return isMethod ? namesInLibrary("string") : []
        default: return []
        }
    }

    /// Of a table without its metamethods: a Tab must not run what a script has written.
    private func field(_ name: String, of value: LuaValue) -> LuaValue {
        switch value {
        case .table(let table): return lua.lend(table) { $0.table { $0.value(name) } } ?? .nil
        case .object:
            let reader = LuaScript(name: "completion", text: "local object, name = ... return object[name]")
            return (try? lua.call(lua.compile(reader), value, .string(name)).first) ?? .nil
        default: return .nil
        }
    }

    private func namesInLibrary(_ name: String) -> [String] {
        let text = "local names = {} for name in pairs(\(name)) do names[#names + 1] = name .. '(' end return names"
        guard let chunk = try? lua.compile(LuaScript(name: "completion", text: text)) else { return [] }
        let names = try? lua.run(chunk) { results in
            results[1].table { table in (0..<table.count).compactMap { table.read(at: $0 + 1) { $0.string } } }
        }
        return (names ?? nil) ?? []
    }

    // MARK: Texts

    /// What may stand in quotes after `before`.
    private func quoted(after before: String) -> [String] {
        let workbench = work.workbench
        func ends(_ pattern: some RegexComponent) -> Bool { before.firstMatch(of: pattern) != nil }
        if ends(/strategy\s*=\s*$/) { return workbench.shelf.names }
        if ends(/help\s*\(?\s*$/) { return reference.names }
        if ends(/query\s*\(?\s*$/) { return ((try? work.results().queries()) ?? []).map(\.name) }
        let markets = (try? workbench.archive.markets()) ?? []
        if ends(/(candles\.load\s*\(\s*|symbol\s*=\s*)$/) { return markets.map(\.symbol) }
        if ends(/(candles\.load\s*\([^()]*,\s*|timeframe\s*=\s*)$/) { return markets.map(\.timeframe.description) }
        return []
    }
}

/// A text that is begun and not ended on the last line.
private struct OpenQuote {
    let before: String
    let content: String

    init?(_ head: String) {
        let line = head.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        var (open, isEscaped): (Substring.Index?, Bool) = (nil, false)
        for index in line.indices {
            let character = line[index]
            if isEscaped {
                isEscaped = false
            } else if let start = open {
                if character == "\\" { isEscaped = true } else if character == line[start] { open = nil }
            } else if character == "\"" || character == "'" {
                open = index
            }
        }
        guard let open else { return nil }
        before = String(line[..<open])
        content = String(line[line.index(after: open)...])
    }
}
