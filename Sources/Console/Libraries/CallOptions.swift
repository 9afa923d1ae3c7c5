import Lua
import Search

/// The named options of a call, as in `backtest{strategy = "sma_crossover", fee = 0.001}`.
///
/// The same names as on the command line, with `_` for `-`; one that is unknown is an error that offers the nearest.
struct CallOptions {
    private struct Given {
        let value: LuaValue
        let shown: String
    }

    private let function: String
    private var given: [String: Given] = [:]

    /// Reads the table at `position`; none is as an empty one.
    init(_ call: borrowing LuaCall, at position: Int = 1, of function: String, known: [LuaParameter]) throws {
        let known = known.map(\.name)
        self.function = function
        guard !call.isNil(position) else { return }
        var given: [String: Given] = [:]
        try call.table(position) { table in
            try table.forEach { key, value in
                guard let name = key.string else {
                    throw LuaArgumentFault(
                        message: "\(function): options have names, as in seed = 1; got \(value.shown)")
                }
                guard known.contains(name) else { throw Self.unknown(name, function, known) }
                given[name] = Given(value: value.value, shown: value.shown)
            }
        }
        self.given = given
    }

    private static func unknown(_ name: String, _ function: String, _ known: [String]) -> LuaArgumentFault {
        let name = LuaFault.printable(name)
        let near = Spelling.nearest(to: name, in: known).map { "did you mean \($0)?" }
        return LuaArgumentFault(
            message: "\(function): there is no option \(name); "
                + (near ?? "there are \(known.joined(separator: ", "))"))
    }

    var names: [String] { given.keys.sorted() }

    func has(_ name: String) -> Bool { given[name] != nil }

    func fault(_ name: String, _ expected: String) -> LuaArgumentFault {
        LuaArgumentFault(message: "\(function): \(name) must be \(expected), got \(given[name]?.shown ?? "nothing")")
    }

    /// A fault of the call as a whole.
    func fault(_ message: String) -> LuaArgumentFault { LuaArgumentFault(message: "\(function): \(message)") }

    func value(_ name: String) -> LuaValue? { given[name]?.value }

    func text(_ name: String, _ expected: String = "text") throws -> String? {
        guard let value = given[name]?.value else { return nil }
        guard case .string(let text) = value else { throw fault(name, expected) }
        return text
    }

    func number(_ name: String, _ expected: String, _ isAllowed: (Double) -> Bool) throws -> Double? {
        let number: Double
        switch given[name]?.value {
        case nil: return nil
        case .integer(let value)?: number = Double(value)
        case .number(let value)?: number = value
        default: throw fault(name, expected)
        }
        guard isAllowed(number) else { throw fault(name, expected) }
        return number
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        let expected =
            range.upperBound == .max
            ? "a whole number from \(range.lowerBound)"
            : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        let integer: Int?
        switch given[name]?.value {
        case nil: return nil
        case .integer(let value)?: integer = value
        case .number(let value)?: integer = Int(exactly: value)
        default: integer = nil
        }
        guard let integer, range.contains(integer) else { throw fault(name, expected) }
        return integer
    }

    /// One of the words of an enumeration.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, as type: Choice.Type = Choice.self
    ) throws -> Choice? {
        guard has(name) else { return nil }
        let words = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        guard let choice = Choice(rawValue: try text(name, "one of \(words)") ?? "") else {
            throw fault(name, "one of \(words)")
        }
        return choice
    }

    /// Milliseconds since 1970: a number of them, or a date as text.
    func moment(_ name: String) throws -> Int64? {
        let expected = "a date as in \"2024-01-31\" or \"2024-01-31 12:05\""
        if case .integer(let milliseconds)? = given[name]?.value { return Int64(milliseconds) }
        guard let text = try text(name, expected) else { return nil }
        guard let moment = WrittenTime.moment(text) else { throw fault(name, expected) }
        return moment
    }

    /// A length of time: seconds, or text as in `"90m"`.
    func duration(_ name: String) throws -> Duration? {
        let expected = "a time as in \"12h\", \"90m\" or \"30s\""
        switch given[name]?.value {
        case nil: return nil
        case .integer(let seconds)? where seconds > 0: return .seconds(min(seconds, 366 * 86_400))
        case .number(let seconds)? where seconds > 0 && seconds.isFinite: return .seconds(min(seconds, 366 * 86_400))
        case .string(let text)?:
            guard let duration = WrittenTime.duration(text) else { throw fault(name, expected) }
            return duration
        default: throw fault(name, expected)
        }
    }

    func object<Object: LuaObject>(_ name: String, as type: Object.Type = Object.self) -> Object? {
        if case .object(let object)? = given[name]?.value { object as? Object } else { nil }
    }

    /// What a parameter can be: a number, a text or a boolean.
    static func parameter(_ value: LuaValue) -> ParameterValue? {
        switch value {
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .number(let value): .real(value)
        case .string(let value): .text(value)
        default: nil
        }
    }
}
