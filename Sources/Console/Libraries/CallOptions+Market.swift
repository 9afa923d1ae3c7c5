import Candles
import Lua
import Research
import Simulation
import Strategies

// The options that backtests and searches have in common.

extension CallOptions {
    static let market = [
        LuaParameter("candles", "candle_series", "What candles.load, candles.read and candles.synth give."),
        LuaParameter("symbol", "string", "A stored symbol, in place of candles."),
        LuaParameter("timeframe", "string", "As in \"5m\"."),
        LuaParameter("last", "integer", "The newest so many candles."),
        LuaParameter("preset", LuaParameter.words(of: LookbackPreset.self), "An amount of candles by name."),
        LuaParameter("from", "string|integer", "Candles from this date on, or milliseconds since 1970, UTC."),
        LuaParameter("to", "string|integer", "Candles before this date."),
        LuaParameter("warmup", "integer", "Candles before these; what the strategy says unless told."),
    ]

    static let costs = [
        LuaParameter("fee", "number", "Paid on each fill, as a fraction of its value."),
        LuaParameter("slippage", "number", "How much worse than seen a market order fills, as a fraction."),
        LuaParameter("fill", LuaParameter.words(of: FillRule.self), "When an order made at a close is filled."),
        LuaParameter("cash", "number", "Money at the start."),
        LuaParameter("days_per_year", "number", "Trading days; found in the candles unless told."),
    ]

    static let marketNames = market.map(\.name)

    /// The object `candles`, or a part of the archive.
    func candles(_ work: SessionWork) throws -> (candles: LuaCandles, selection: CandleSelection) {
        if has("candles") {
            guard let candles = object("candles", as: LuaCandles.self) else {
                throw fault(
                    "candles", "what candles.load, candles.read or candles.synth give (the number of them is last)")
            }
            let others = names.filter { Self.marketNames.contains($0) && !["candles", "warmup"].contains($0) }
            guard others.isEmpty else {
                throw fault(
                    "candles and \(others.joined(separator: ", ")) exclude one another: say in one way which candles")
            }
            return (candles, work.selection(of: candles))
        }
        let selection = try work.workbench.select(choice())
        return (work.candles(selection), selection)
    }

    /// A part of the archive: `symbol` and `timeframe` where these are not arguments of their own.
    func choice(symbol: String? = nil, timeframe: Timeframe? = nil) throws -> CandleChoice {
        let (last, preset) = (try integer("last", in: 1...Int.max), try choice("preset", as: LookbackPreset.self))
        let (from, to) = (try moment("from"), try moment("to"))
        guard [last != nil, preset != nil, from != nil || to != nil].count(where: { $0 }) <= 1 else {
            throw fault("last, preset and from, to exclude one another: say in one way which candles")
        }
        if let from, let to, from >= to { throw fault("from must be before to") }
        return CandleChoice(
            symbol: try symbol ?? text("symbol"), timeframe: try timeframe ?? self.timeframe(),
            amount: from != nil || to != nil
                ? .between(from: from, to: to)
                : .newest(last ?? preset?.candles ?? LookbackPreset.usual.candles))
    }

    func timeframe() throws -> Timeframe? {
        let expected = "a number and one of s, m, h, d, w, M, as in \"5m\""
        guard let text = try text("timeframe", expected) else { return nil }
        guard let timeframe = Timeframe(text) else { throw fault("timeframe", expected) }
        return timeframe
    }

    func warmup() throws -> Int? { try integer("warmup", in: 0...Int.max) }

    /// What is given, and of the rest what `base` says.
    func settings(over base: SimulationSettings = SimulationSettings()) throws -> SimulationSettings {
        var settings = base
        let fraction = "a fraction from 0 to below 1, as in 0.001 for 0.1 %"
        if let fee = try number("fee", fraction, { $0 >= 0 && $0 < 1 }) { settings.costs.fee = fee }
        if let slippage = try number("slippage", fraction, { $0 >= 0 && $0 < 1 }) { settings.costs.slippage = slippage }
        if let fill = try choice("fill", as: FillRule.self) { settings.fillRule = fill }
        if let cash = try number("cash", "an amount above 0, as in 10000", { $0 > 0 && $0 <= 1e15 }) {
            settings.startingCash = cash
        }
        if let days = try number("days_per_year", "days from 1 to 366, as in 252", { $0 >= 1 && $0 <= 366 }) {
            settings.daysPerYear = days
        }
        return settings
    }

    /// A strategy by its name on the shelf or the path of its script, read anew each time.
    func script(_ work: SessionWork) throws -> StrategyScript {
        switch value("strategy") {
        case .string(let name)?: return try work.workbench.shelf.script(name)
        case .table?:
            throw fault(
                "a strategy is read from a file: put the table into one that returns it, and give its name or path")
        case nil: throw fault("strategy is missing: a name on the shelf or the path of a script")
        default: throw fault("strategy", "a name on the shelf or the path of a script")
        }
    }
}

extension LuaParameter {
    /// The type of a text that is one of a few words: `"next_open"|"close"`.
    static func words<Choice: RawRepresentable<String> & CaseIterable>(of type: Choice.Type) -> String {
        words(Choice.allCases.map(\.rawValue))
    }

    static func words(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: "|") }
}
