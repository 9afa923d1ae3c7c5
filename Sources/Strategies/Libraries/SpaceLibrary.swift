import Lua
import Search

/// Whether the space of a script is known, so that its dimensions need not be made again with each trial.
final class SpaceReading {
    var isDone = false

    /// What stands for each dimension once the space is known: nobody reads it.
    let known = LuaDimension(.choices([]), nil)
}

/// `space`: the dimensions of a search.
enum SpaceLibrary {
    private static let boundsOptions = [
        LuaParameter("default", "number", "What a backtest takes unless told; the middle where it is left out."),
        LuaParameter("step", "number", "Only low, low + step and so on."),
        LuaParameter("log", "boolean", "Equal ratios are equally likely, not equal differences."),
    ]

    private static let choiceOptions = [
        LuaParameter("default", "number|string|boolean", "What a backtest takes unless told; else the first.")
    ]

    static func library(_ reading: SpaceReading) -> LuaLibrary {
        LuaLibrary(
            "space", "What parameters may be.",
            [
                LuaFunction(
                    "integer", "low: integer, high: integer, options?: table -> dimension", options: boundsOptions,
                    "Whole numbers."
                ) { call in
                    guard !reading.isDone else { return call.return(reading.known) }
                    let (low, high) = (try call.integer(1), try call.integer(2))
                    let options = try DimensionOptions(call, known: boundsOptions)
                    let step = try options.integer("step", call) ?? 1
                    return call.return(
                        LuaDimension(
                            .integers(low: low, high: high, step: step, isLogarithmic: options.isLogarithmic),
                            options.value))
                },
                LuaFunction(
                    "real", "low: number, high: number, options?: table -> dimension", options: boundsOptions,
                    "Numbers."
                ) { call in
                    guard !reading.isDone else { return call.return(reading.known) }
                    let (low, high) = (try call.number(1), try call.number(2))
                    let options = try DimensionOptions(call, known: boundsOptions)
                    return call.return(
                        LuaDimension(
                            .reals(low: low, high: high, step: options.step, isLogarithmic: options.isLogarithmic),
                            options.value))
                },
                LuaFunction(
                    "choice", "values: any[], options?: table -> dimension", options: choiceOptions, "One of a list."
                ) { call in
                    guard !reading.isDone else { return call.return(reading.known) }
                    let values = try call.table(1) { table in
                        try (0..<table.count).map { offset in
                            guard let value = table.read(at: offset + 1, { $0.parameter }) else {
                                throw call.fault(
                                    "value \(offset + 1) must be a number, a text or a boolean, got "
                                        + table.read(at: offset + 1) { $0.shown })
                            }
                            return value
                        }
                    }
                    return call.return(
                        LuaDimension(.choices(values), try DimensionOptions(call, at: 2, known: choiceOptions).value))
                },
            ])
    }
}

/// The table behind the bounds: `{default = 50, step = 5, log = true}`.
private struct DimensionOptions {
    private(set) var value: ParameterValue?
    private(set) var step: Double?
    private(set) var isLogarithmic = false

    init(_ call: borrowing LuaCall, at position: Int = 3, known: [LuaParameter]) throws {
        let known = known.map(\.name)
        guard !call.isNil(position) else { return }
        var (value, step, isLogarithmic) = (self.value, self.step, self.isLogarithmic)
        try call.table(position) { table in
            try table.forEach { key, slot in
                guard let name = key.string, known.contains(name) else {
                    let word = key.string ?? key.shown
                    throw call.fault(
                        "there is no option \(word)"
                            + (Spelling.nearest(to: word, in: known).map { "; did you mean \($0)?" }
                                ?? "; there are \(known.joined(separator: ", "))"))
                }
                switch name {
                case "default":
                    guard let given = slot.parameter else {
                        throw call.fault("default must be a number, a text or a boolean, got \(slot.shown)")
                    }
                    value = given
                case "log":
                    guard let given = slot.boolean else {
                        throw call.fault("log must be true or false, got \(slot.shown)")
                    }
                    isLogarithmic = given
                default:
                    guard let given = slot.number else {
                        throw call.fault("step must be a number, got \(slot.shown)")
                    }
                    step = given
                }
            }
        }
        (self.value, self.step, self.isLogarithmic) = (value, step, isLogarithmic)
    }

    func integer(_ name: String, _ call: borrowing LuaCall) throws -> Int? {
        guard let step else { return nil }
        guard let whole = Int(exactly: step) else {
            throw call.fault("\(name) must be a whole number, got \(NumberText.lua(step))")
        }
        return whole
    }
}

extension LuaSlot {
    /// What a parameter can be: a number, a text or a boolean.
    var parameter: ParameterValue? {
        if let value = boolean { return .boolean(value) }
        if let value = string { return .text(value) }
        if isInteger, let value = integer { return .integer(value) }
        return number.map { .real($0) }
    }
}

/// A dimension before it has its name, which is its key in `space`.
final class LuaDimension: LuaObject {
    private let values: Dimension.Values
    private let defaultValue: ParameterValue?

    init(_ values: Dimension.Values, _ defaultValue: ParameterValue?) {
        self.values = values
        self.defaultValue = defaultValue
    }

    func dimension(named name: String) throws(SearchError) -> Dimension {
        try Dimension(name: name, values: values, default: defaultValue)
    }

    static let luaType = LuaType("dimension", "What one parameter may be.", [])
}
