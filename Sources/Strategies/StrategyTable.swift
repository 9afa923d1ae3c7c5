import Lua

/// The table that a script returns: its keys, what each holds, and the classes that types of theirs name. Messages and
/// editors read it here.
package enum StrategyTable {
    package static let keys = [
        LuaParameter("name", "string", isOptional: true, "What it is called; the file's name unless told."),
        LuaParameter(
            "on_candle", "fun(ctx: context, p: parameters)", isOptional: true,
            "Asked at the close of each traded candle, in place of signals."),
        LuaParameter(
            "prepare", "fun(candles: candle_series, p: parameters): table<string, series|mask>", isOptional: true,
            "Makes the columns that on_candle looks at."),
        LuaParameter(
            "signals", "fun(candles: candle_series, p: parameters): signals", isOptional: true,
            "When to be in and out, a column each."),
        LuaParameter("space", "table<string, dimension>", isOptional: true, "What parameters may be, by name."),
        LuaParameter(
            "warmup", "integer|fun(p: parameters): integer", isOptional: true,
            "How many candles come before the first that counts; \(StrategyDefinition.standardWarmup) unless told."),
        LuaParameter(
            "where", "fun(p: parameters): boolean", isOptional: true, "Whether these parameters may be tried."),
    ]

    /// A table of Lua with known keys, for annotations.
    package struct Shape: Sendable {
        package let name: String
        package let summary: String
        package let keys: [LuaParameter]
    }

    package static let shapes = [
        Shape(name: "strategy", summary: "What a script on the shelf returns.", keys: keys),
        Shape(
            name: "parameters", summary: "One point of the space: a value for each name.",
            keys: [LuaParameter("[string]", "any")]),
        Shape(
            name: "signals", summary: "What signals returns.",
            keys: SignalLibrary.sides.map { LuaParameter($0, "signal_side", isOptional: true) }
                + SignalLibrary.levelParameters(holding: "series|number")),
        Shape(
            name: "signal_side", summary: "When to enter and leave one side.",
            keys: [LuaParameter("entry", "mask"), LuaParameter("exit", "mask", isOptional: true)]),
    ]
}
