import Indicators
import Lua

/// Follows a script from its first line through the functions that it returns, with kinds in place of values.
final class ColumnCheck {
    /// Variables by name, innermost first.
    final class Scope {
        private var variables: [String: Variable] = [:]
        private let outer: Scope?

        init(in outer: Scope?) { self.outer = outer }

        func variable(_ name: String) -> Variable? { variables[name] ?? outer?.variable(name) }
        func declare(_ name: String, _ variable: Variable) { variables[name] = variable }
    }

    final class Variable {
        var kind: ValueKind
        /// How many branches, loops and calls were open where it was declared.
        let depth: Int

        init(_ kind: ValueKind, depth: Int) {
            self.kind = kind
            self.depth = depth
        }
    }

    /// The file that is read.
    final class Source {
        let path: String
        let text: String

        init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    private let script: StrategyScript
    private let globals: [String: ValueKind]
    private var modules: [String: ValueKind] = [:]
    private(set) var findings: [ColumnFinding] = []

    var source: Source
    /// Open branches, loops and calls.
    var depth = 0
    /// What the function that is followed may return.
    var returned: [[ValueKind]] = []
    /// While above 0, what is found is not told: a loop is followed once to learn what its variables become.
    var muted = 0
    /// Function bodies that were seen, with where they stand, and those that were followed.
    private var seen: [ValueKind.FunctionKind] = []
    private var followed: Set<ObjectIdentifier> = []
    private var calls = 0
    private var steps = 0

    /// Beyond these, kinds are unknown: calls inside one another, and statements and expressions in all.
    private static let callLimit = 12
    private static let stepLimit = 200_000

    init(_ script: StrategyScript) {
        self.script = script
        source = Source(path: script.path, text: script.text)
        var globals: [String: ValueKind] = [:]
        for library in LibraryCatalog.strategy(cache: ColumnCache(byteLimit: 0)) {
            if library.name.isEmpty {
                for function in library.functions { globals[function.name] = .libraryFunction(function) }
            } else {
                globals[library.name] = .library(library)
            }
        }
        self.globals = globals
    }

    func run() {
        guard case .table(let strategy)? = chunk(source)?.first?.present else { return finish() }
        let parameters = ValueKind.TableKind()
        parameters.elements = .plain
        let (candles, p) = (ValueKind.object(LuaCandles.luaType), ValueKind.table(parameters))
        for (key, arguments) in [
            ("where", [p]), ("warmup", [p]), ("prepare", [candles, p]), ("signals", [candles, p]),
            ("on_candle", [.unknown, p]),
        ] {
            if case .function(let function)? = strategy.fields[key] { _ = call(function, arguments, isScripts: false) }
        }
        finish()
    }

    /// Follows what nobody called, and puts what was found in order.
    private func finish() {
        var place = 0
        while place < seen.count {
            let function = seen[place]
            place += 1
            if !followed.contains(ObjectIdentifier(function.body)) { _ = call(function, [], isScripts: false) }
        }
        findings.sort {
            ($0.place.path != script.path ? 1 : 0, $0.place.line ?? 0) < (
                $1.place.path != script.path ? 1 : 0, $1.place.line ?? 0
            )
        }
    }

    /// What the text of a file returns; nil where it is no Lua.
    private func chunk(_ file: Source) -> [ValueKind]? {
        guard let statements = try? LuaParser.statements(of: file.text) else { return nil }
        let body = LuaFunctionBody(parameters: [], statements: statements)
        return call(ValueKind.FunctionKind(body, Scope(in: nil), file), [], isScripts: false)
    }

    /// What `require` gives.
    func module(_ name: String) -> ValueKind {
        if let known = modules[name] { return known }
        modules[name] = .unknown
        guard let module = script.modules.first(where: { $0.name == name }) else { return .unknown }
        let kind = chunk(Source(path: module.path, text: module.text))?.first ?? .unknown
        modules[name] = kind
        return kind
    }

    func global(_ name: String) -> ValueKind { globals[name] ?? .unknown }

    /// A function that is written here.
    func function(_ body: LuaFunctionBody, in scope: Scope) -> ValueKind {
        let function = ValueKind.FunctionKind(body, scope, source)
        if !seen.contains(where: { $0.body === body }) { seen.append(function) }
        return .function(function)
    }

    /// Follows a function and gives what it may return.
    /// - Parameter isScripts: the script calls it and may do so elsewhere with fewer arguments.
    func call(_ function: ValueKind.FunctionKind, _ arguments: [ValueKind], isScripts: Bool) -> [ValueKind]? {
        guard calls < Self.callLimit, !isSpent else { return nil }
        followed.insert(ObjectIdentifier(function.body))
        let (outerSource, outerReturned) = (source, returned)
        (source, returned) = (function.source, [])
        calls += 1
        depth += 1
        defer {
            calls -= 1
            depth -= 1
            (source, returned) = (outerSource, outerReturned)
        }
        let scope = Scope(in: function.scope)
        for (index, name) in function.body.parameters.enumerated() {
            var kind = index < arguments.count ? arguments[index] : .unknown
            if isScripts, kind.column != nil { kind = .optional(kind, isGiven: true) }
            scope.declare(name, Variable(kind, depth: depth))
        }
        follow(function.body.statements, in: scope)
        guard var kinds = returned.first else { return [.nil] }
        for other in returned.dropFirst() {
            kinds = (0..<max(kinds.count, other.count)).map { index in
                let (left, right) = (
                    index < kinds.count ? kinds[index] : .nil, index < other.count ? other[index] : .nil
                )
                return left.joined(with: right)
            }
        }
        return kinds
    }

    /// Counts one more step; false when there were so many that the rest is passed over.
    func step() -> Bool {
        steps += 1
        return !isSpent
    }

    private var isSpent: Bool { steps > Self.stepLimit }

    func report(_ line: Int, _ message: String) {
        guard muted == 0 else { return }
        let finding = ColumnFinding(place: ScriptPlace(path: source.path, line: line), message: message)
        if !findings.contains(finding) { findings.append(finding) }
    }
}
