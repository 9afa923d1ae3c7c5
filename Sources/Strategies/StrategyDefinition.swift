import Lua
import Search

/// What a script's table says about the strategy, apart from its wishes: read once.
struct StrategyDefinition {
    let name: String
    let space: SearchSpace
    let `where`: LuaReference?
    let warmup: Warmup
    let form: LuaStrategy.Form

    /// How many candles come before the first that counts.
    enum Warmup {
        case candles(Int)
        case function(LuaReference)
    }

    static let standardWarmup = 500
    static let keys = StrategyTable.keys.map(\.name)

    init(_ slot: borrowing LuaSlot, of script: StrategyScript) throws {
        var (name, space, condition) = (script.name, SearchSpace.empty, nil as LuaReference?)
        var warmup = Warmup.candles(Self.standardWarmup)
        var (hasSignals, hasOrders, hasPreparation) = (false, false, false)
        let isTable: Void? = try slot.table { table in
            try table.forEach { key, value in
                switch key.string {
                case "name": name = try Self.name(value, script)
                case "space": space = try Self.space(value, script)
                case "where": condition = try Self.function("where", "p", value, script)
                case "warmup": warmup = try Self.warmup(value, script)
                case "signals":
                    _ = try Self.function("signals", "candles, p", value, script)
                    hasSignals = true
                case "on_candle":
                    _ = try Self.function("on_candle", "ctx, p", value, script)
                    hasOrders = true
                case "prepare":
                    _ = try Self.function("prepare", "candles, p", value, script)
                    hasPreparation = true
                default:
                    let word = key.string ?? "[\(key.shown)]"
                    throw StrategyError.unknownKey(script.place(of: [word]), key: word, known: Self.keys)
                }
            }
        }
        guard isTable != nil else { throw StrategyError.notATable(script.place(of: []), got: slot.shown) }
        guard hasSignals || hasOrders else { throw StrategyError.noSignals(script.place(of: [])) }
        guard !(hasSignals && hasOrders) else {
            throw StrategyError.wrongValue(
                script.place(of: ["on_candle"]), key: "on_candle", expected: "absent where signals is given",
                got: "both")
        }
        guard hasOrders || !hasPreparation else {
            throw StrategyError.wrongValue(
                script.place(of: ["prepare"]), key: "prepare", expected: "absent without on_candle", got: "a function")
        }
        (self.name, self.space, self.where, self.warmup) = (name, space, condition, warmup)
        form = hasOrders ? .onCandle : .signals
    }

    private static func name(_ slot: borrowing LuaSlot, _ script: StrategyScript) throws -> String {
        guard let name = slot.string, !name.isEmpty, name.utf8.count <= 100, !name.utf8.contains(where: { $0 < 32 })
        else {
            throw script.wrong(["name"], "a text of 1 to 100 bytes on one line", slot)
        }
        return name
    }

    private static func function(
        _ key: String, _ parameters: String, _ slot: borrowing LuaSlot, _ script: StrategyScript
    ) throws -> LuaReference {
        guard slot.isFunction else { throw script.wrong([key], "a function(\(parameters))", slot) }
        return slot.reference()
    }

    private static func warmup(_ slot: borrowing LuaSlot, _ script: StrategyScript) throws -> Warmup {
        if slot.isFunction { return .function(slot.reference()) }
        return .candles(try candles(slot, script))
    }

    /// A warm-up in candles.
    static func candles(_ slot: borrowing LuaSlot, _ script: StrategyScript) throws -> Int {
        guard let candles = slot.integer, (0...1_000_000).contains(candles) else {
            throw script.wrong(["warmup"], "a whole number of candles from 0 to 1000000, or a function(p) of it", slot)
        }
        return candles
    }

    private static func space(_ slot: borrowing LuaSlot, _ script: StrategyScript) throws -> SearchSpace {
        let expected = "space.integer(low, high), space.real(low, high) or space.choice{...}"
        var dimensions: [Dimension] = []
        let isTable: Void? = try slot.table { table in
            try table.forEach { key, value in
                guard let name = key.string else {
                    throw StrategyError.wrongValue(
                        script.place(of: ["space"]), key: "space",
                        expected: "a table of dimensions by name, as in { fast = space.integer(5, 60) }",
                        got: "one without a name at [\(key.shown)]")
                }
                guard let dimension = value.object(as: LuaDimension.self) else {
                    throw script.wrong(["space", name], expected, value)
                }
                do throws(SearchError) {
                    dimensions.append(try dimension.dimension(named: name))
                } catch {
                    throw StrategyError.badSpace(script.place(of: ["space", name]), error)
                }
            }
        }
        guard isTable != nil else { throw script.wrong(["space"], "a table of dimensions by name", slot) }
        do throws(SearchError) { return try SearchSpace(dimensions) } catch {
            throw StrategyError.badSpace(script.place(of: ["space"]), error)
        }
    }
}

extension StrategyScript {
    /// Where a key of the returned table is written; the script alone where it is not found.
    package func place(of path: [String]) -> ScriptPlace {
        ScriptPlace(path: self.path, line: ScriptText.line(of: path, in: text))
    }

    func wrong(_ path: [String], _ expected: String, _ slot: borrowing LuaSlot) -> StrategyError {
        .wrongValue(place(of: path), key: path.joined(separator: "."), expected: expected, got: slot.shown)
    }
}
