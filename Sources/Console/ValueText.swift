import Candles
import Lua
import Strategies

/// Values as people read them: series by head, tail and drawing, tables of results aligned, Lua's own by their fields.
struct ValueText {
    /// Entries of a Lua table that are shown, and how deep one inside another.
    private static let (entries, depth) = (100, 4)

    /// A table of one line at most so long.
    private static let lineWidth = 80

    let style: TextStyle

    /// The function that gives the text of its arguments, for the prompt.
    static func function(_ work: SessionWork) -> LuaFunction {
        LuaFunction("text", "...", "Its arguments as people read them.") { call in
            call.return(try ValueText(style: work.face.style).line(call))
        }
    }

    /// All arguments of a call: in one line where each is one, else below one another.
    func line(_ call: borrowing LuaCall) throws -> String {
        var texts: [String] = []
        for position in stride(from: 1, through: call.count, by: 1) {
            texts.append(try text(call[position], call.text(position)))
        }
        return texts.joined(separator: texts.contains { $0.contains("\n") } ? "\n" : "\t")
    }

    /// `plain` is what `tostring` gives.
    private func text(_ slot: borrowing LuaSlot, _ plain: String) -> String {
        if let object = slot.anyObject { return text(object) ?? plain }
        // A table with a `__tostring` of its own knows better.
        if slot.isTable, plain == "table" { return fields(slot, depth: 1) }
        // A terminal must not obey what came from a file or a script.
        return style.width == nil ? plain : InertText.text(plain, keepingNewlines: true)
    }

    private func text(_ object: any LuaObject) -> String? {
        switch object {
        case let object as any ReadableObject: object.text(style)
        case let series as LuaSeries: text(series.series)
        case let candles as LuaCandles: text(candles.candles)
        default: nil
        }
    }

    /// `series of 1,000: –, –, 100.5 … 103.2, 104  ▁▂▄█`.
    private func text(_ series: Series) -> String {
        func shown(_ range: Range<Int>) -> String { range.map { NumberText.plain(series[$0]) }.joined(separator: ", ") }
        let count = series.count
        let head = "series of \(CountText.text(count))"
        if count == 0 { return head }
        let values = count <= 6 ? shown(0..<count) : shown(0..<3) + " … " + shown(count - 3..<count)
        return "\(head): \(values)  \(Sparkline.text(series.array(), width: 20))"
    }

    /// `10,000 candles of 5m = 34.7 days, BTC/USDT 2024-01-01 00:00 to 2024-02-04 17:15, close 100 to 104  ▁▂▄█`.
    private func text(_ candles: CandleSeries) -> String {
        let count = candles.count
        let head = "\(InertText.text(candles.symbol)) \(candles.timeframe)"
        guard count > 0 else { return "\(head), no candles" }
        let times = [0, count - 1].map { TimeText.text(candles.time[$0]) }
        let closes = [0, count - 1].map { NumberText.plain(candles.close[$0]) }
        return head + ", " + candles.timeframe.text(candles: count) + ", " + times.joined(separator: " to ")
            + ", close \(closes[0]) to \(closes[1])  " + Sparkline.text(candles.close.array(), width: 20)
    }

    /// A Lua table: `{ fast = 10, slow = 30 }`, on several lines where it is long.
    private func fields(_ slot: borrowing LuaSlot, depth: Int) -> String {
        var parts: [String] = []
        var (position, left) = (1, 0)
        _ = slot.table { table in
            table.forEach { key, value in
                guard parts.count < Self.entries else {
                    left += 1
                    return
                }
                let isNext = key.integer == position
                position += isNext ? 1 : 0
                parts.append((isNext ? "" : Self.key(key) + " = ") + nested(value, depth: depth))
            }
        }
        if left > 0 { parts.append("… \(CountText.text(left)) more") }
        if parts.isEmpty { return "{}" }
        let line = "{ " + parts.joined(separator: ", ") + " }"
        if line.count <= Self.lineWidth && !line.contains("\n") { return line }
        return "{\n" + parts.map { "  " + $0.replacing("\n", with: "\n  ") + ",\n" }.joined() + "}"
    }

    private func nested(_ slot: borrowing LuaSlot, depth: Int) -> String {
        if slot.isTable { return depth < Self.depth ? fields(slot, depth: depth + 1) : "{…}" }
        if let series = slot.object(as: LuaSeries.self) { return text(series.series) }
        if let object = slot.anyObject {
            return (object as? any ReadableObject)?.title ?? type(of: object).luaType.name
        }
        if slot.isFunction { return "function" }
        return slot.shown
    }

    private static func key(_ key: borrowing LuaSlot) -> String {
        guard let name = key.string else { return "[\(key.shown)]" }
        return name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) == nil ? "[\(key.shown)]" : name
    }
}

/// An object of the workbench that knows how people want to read it.
protocol ReadableObject: LuaObject {
    /// Several lines, without the last newline.
    func text(_ style: TextStyle) -> String

    /// One short line, for inside a table.
    var title: String { get }
}

extension ReadableObject {
    static var textMember: LuaMember {
        .operator(.text, "As it is printed.") { call in call.return(try call.object(1, as: Self.self).text(.plain)) }
    }
}

extension TextTable {
    func lines(_ style: TextStyle) -> String { String(text(.table, style: style).dropLast()) }
}

extension TextRecord {
    func lines(_ style: TextStyle) -> String { String(text(.table, style: style).dropLast()) }
}
