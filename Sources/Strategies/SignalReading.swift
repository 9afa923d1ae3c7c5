import Candles
import Lua
import Simulation

/// Reads what `signals` returned.
struct SignalReading {
    let script: StrategyScript
    let candles: Int

    func signals(_ slot: borrowing LuaSlot) throws -> Signals {
        let signals = try slot.table { table in
            var signals = Signals()
            var constants: [(level: SignalLibrary.Level, value: Double)] = []
            try table.forEach { key, value in
                switch key.string {
                case "long": signals.long = try side("long", value)
                case "short": signals.short = try side("short", value)
                case let name?:
                    guard let level = SignalLibrary.levels.first(where: { $0.name == name }) else {
                        throw StrategyError.unknownKey(place(name), key: name, known: SignalLibrary.keys)
                    }
                    let number = try number(level, value)
                    if case .constant(let value) = number { constants.append((level, value)) }
                    level.store(number, &signals)
                case nil:
                    throw StrategyError.unknownKey(place(), key: "[\(key.shown)]", known: SignalLibrary.keys)
                }
            }
            for (level, value) in constants { try checkReach(of: level, value, in: signals) }
            return signals
        }
        guard let signals else { throw wrong([], "a table like { long = { entry = mask, exit = mask } }", slot) }
        guard signals.long != nil || signals.short != nil else {
            throw StrategyError.wrongValue(
                place(), key: "what signals returns", expected: "a table with long or short", got: "one with neither")
        }
        try checkSize(of: signals)
        return signals
    }

    /// A stop that no price can reach is a slip, such as 2 for 2 %; with both sides it may be meant for the other one.
    private func checkReach(of level: SignalLibrary.Level, _ value: Double, in signals: Signals) throws {
        guard value >= 1, let side = level.sideBelowOne, signals.long == nil || signals.short == nil,
            (side == "long" ? signals.long : signals.short) != nil
        else { return }
        throw StrategyError.wrongValue(
            place(level.name), key: level.name,
            expected: "below 1 on the \(side) side, as no price falls by more than all of itself (0.02 is 2 %)",
            got: NumberText.lua(value))
    }

    /// A column whose numbers are a size at no entry means no trades, silently. NaN is a wish for none.
    private func checkSize(of signals: Signals) throws {
        guard case .column(let size) = signals.size else { return }
        let entries = [signals.long?.entry, signals.short?.entry].compactMap { $0 }
        var count = 0
        for entry in entries where entry.trueCount > 0 {
            for index in 0..<candles where entry[index] && !size[index].isNaN {
                if size[index] > 0, size[index] <= 1 { return }
                count += 1
            }
        }
        guard count > 0 else { return }
        throw StrategyError.wrongValue(
            place("size"), key: "size", expected: "above 0 up to 1 (a fraction of equity) at the candles of entries",
            got: "a series that is so at none of \(count)")
    }

    private func side(_ name: String, _ slot: borrowing LuaSlot) throws -> Signals.Side {
        let masks = try slot.table { table in
            var (entry, exit): (Mask?, Mask?) = (nil, nil)
            try table.forEach { key, value in
                switch key.string {
                case "entry": entry = try mask([name, "entry"], value)
                case "exit": exit = try mask([name, "exit"], value)
                default:
                    let word = key.string ?? "[\(key.shown)]"
                    throw StrategyError.unknownKey(
                        place(name, word), key: "\(name).\(word)", known: ["\(name).entry", "\(name).exit"])
                }
            }
            guard let entry else {
                throw StrategyError.wrongValue(place(name), key: "\(name).entry", expected: Self.aMask, got: "nil")
            }
            return Signals.Side(entry: entry, exit: exit ?? Mask(repeating: false, count: candles))
        }
        guard let masks else { throw wrong([name], "a table like { entry = mask, exit = mask }", slot) }
        return masks
    }

    private static let aMask = "a mask, as ta.crossover(a, b) or a:above(b) gives"

    private func mask(_ path: [String], _ slot: borrowing LuaSlot) throws -> Mask {
        guard let mask = slot.object(as: LuaMask.self) else { throw wrong(path, Self.aMask, slot) }
        try script.check(mask, at: ["signals"] + path, key: path.joined(separator: "."), candles: candles)
        return mask.mask
    }

    private func number(_ level: SignalLibrary.Level, _ slot: borrowing LuaSlot) throws -> Signals.Level {
        if let series = slot.object(as: LuaSeries.self) {
            try script.check(series, at: ["signals", level.name], key: level.name, candles: candles)
            return .column(series.series)
        }
        guard let number = slot.number, level.accepts(number) else {
            throw wrong([level.name], "\(level.requirement) or a series", slot)
        }
        return .constant(number)
    }

    // MARK: Faults

    private func place(_ path: String...) -> ScriptPlace { script.place(of: ["signals"] + path) }

    private func wrong(_ path: [String], _ expected: String, _ slot: borrowing LuaSlot) -> StrategyError {
        .wrongValue(
            script.place(of: ["signals"] + path),
            key: path.isEmpty ? "what signals returns" : path.joined(separator: "."), expected: expected,
            got: slot.shown)
    }
}

extension StrategyScript {
    /// A column that a script returns has a value for each candle.
    func check(
        _ column: some LuaClocked, at path: [String], key: String, candles: Int
    ) throws(StrategyError) {
        if let clock = column.clock {
            throw .wrongValue(
                place(of: path), key: key, expected: "a column of the candles",
                got: "one of \(clock.timeframe)\(LuaClock.hint(clock))")
        }
        guard column.count != candles else { return }
        throw .wrongLength(place(of: path), key: key, count: column.count, candles: candles)
    }
}
