import Candles
import Lua
import Simulation

/// What `on_candle` is handed at each close: the candle just closed, the prepared columns at it, the account, and the
/// ways to order.
///
/// One for each interpreter. It knows one candle at a time: its cursor answers for the candle now, and what looks back
/// goes no further than that.
final class LuaContext: LuaObject {
    /// The candles, the column of each name and who records orders, of the run in progress.
    private(set) var run: Run?
    private var cursor: LuaCursor?

    /// The order made at the close now, until the simulator takes it.
    private(set) var waiting: LuaOrder?
    private var held: LuaPosition?

    struct Run {
        let candles: CandleSeries
        let prepared: [String: ContextColumn]
        /// Whether orders note the line of the script that made them.
        var notesPlaces = false
    }

    /// The candle just closed, from 0; nil outside of `on_candle`.
    var now: Int? { cursor?.row }

    var position: Position? { held?.position }

    /// The context of `lua` and its cursor.
    static func make(in lua: LuaState) -> (context: LuaContext, cursor: LuaCursor) {
        let context = LuaContext()
        let cursor = LuaCursor(of: context, in: lua)
        context.cursor = cursor
        return (context, cursor)
    }

    static let luaType = LuaType(
        "context", "What on_candle knows at a candle's close, and the ways to order.",
        candle + account + orders + [
            .method(
                "ago", "name: string, n: integer -> any",
                "What a column had n candles ago, as in ctx:ago(\"close\", 1)."
            ) {
                (context: LuaContext, call) in
                // C answers what is right.
                try context.refuseOutside(call)
                let name = call[2].string ?? ""
                guard context.columnNames.contains(name) || name == "time" else {
                    throw call.fault(2, "the name of a column (\(context.columnNames.joined(separator: ", ")))")
                }
                _ = try call.candlesAgo(3)
                throw call.fault("takes a name and a number, got \(call.count - 1) values")
            },
            .operator(.text, gives: "string", "Which candle is now.") { call in
                let context: LuaContext = try call.object(1)
                return call.return(context.now.map { "context at candle \($0 + 1)" } ?? "context at no candle")
            },
            LuaSeries.refusal(.newIndex, "ctx is only read; keep what is to last in a local of the script"),
        ])

    private static let candle: [LuaMember] = [
        reading("open: number", "The first price of the candle just closed."),
        reading("high: number", "Its highest price."),
        reading("low: number", "Its lowest price."),
        reading("close: number", "Its last price."),
        reading("volume: number", "How much was traded in it."),
        reading("time: integer", "Its start, in milliseconds since 1970, UTC."),
        reading("index: integer", "Its place among the candles, from 1, those of the warm-up counted."),
        reading("columns: columns", "All columns up to now: ctx.columns.close[i]."),
        .index(
            gives: "any", "A column that prepare returned, at the candle just closed: ctx.fast.",
            names: { (context: LuaContext) in context.run?.prepared.keys.sorted() ?? [] }
        ) { (context: LuaContext, call) in
            // C answers for those there are.
            if call[2].string.map({ context.run?.prepared[$0] != nil }) ?? false { try context.refuseOutside(call) }
            return nil
        },
    ]

    private static let account: [LuaMember] = [
        reading("position: position?", "What is held; nil while nothing is."),
        reading("cash: number", "What is not invested."),
        reading("equity: number", "Cash and what is held, at the close."),
    ]

    /// A field that C answers at each candle, so what is left to say is that there is none now.
    private static func reading(_ name: String, _ summary: String) -> LuaMember {
        .field(name, summary) { (context: LuaContext, call) in
            try context.refuseOutside(call)
            return call.return(.nil)
        }
    }

    func refuseOutside(_ call: borrowing LuaCall) throws {
        guard now == nil else { return }
        throw LuaArgumentFault(message: "ctx is of use inside on_candle only, while a candle has just closed")
    }

    /// Names that can be looked back on.
    var columnNames: [String] { CandleSeries.columnNames + (run?.prepared.keys.sorted() ?? []) }

    func column(_ name: String) -> ContextColumn? {
        run?.prepared[name] ?? run?.candles.column(name).map { .series($0) }
    }

    // MARK: A run

    /// Names the columns of a run. They are kept as long as it is.
    func begin(_ run: Run) {
        guard let cursor else { return }
        (self.run, waiting, held) = (run, nil, nil)
        let candles = run.candles
        cursor.clear()
        cursor.set(Self.units, 0)
        unsafe cursor.name("open", candles.open.span)
        unsafe cursor.name("high", candles.high.span)
        unsafe cursor.name("low", candles.low.span)
        unsafe cursor.name("close", candles.close.span)
        unsafe cursor.name("volume", candles.volume.span)
        unsafe cursor.name("time", candles.time.span)
        unsafe cursor.name("equity", offset: Self.cash, factor: Self.units, candles.close.span)
        cursor.name("cash", Self.cash)
        cursor.nameRow("index")
        cursor.nameValue("position")
        cursor.nameValue("columns")
        cursor.setValue("columns") { $0.push(LuaColumns(self)) }
        for (name, column) in run.prepared {
            switch column {
            case .series(let series): unsafe cursor.name(name, series.span)
            case .mask(let mask): unsafe cursor.name(name, flags: mask.words.span)
            }
        }
    }

    private static let (cash, units) = (LuaCursor.Cell.first, LuaCursor.Cell.second)

    /// Tells what is held at the closes to come.
    func hold(_ account: AccountState) {
        guard let cursor else { return }
        cursor.set(Self.cash, account.cash)
        guard account.position?.entry != held?.position.entry else { return }
        cursor.set(Self.units, account.position?.units ?? 0)
        held = account.position.map { LuaPosition($0, of: self) }
        cursor.setValue("position") { stack in
            if let held { stack.push(held) } else { stack.pushNil() }
        }
    }

    // MARK: Orders

    func place(_ order: LuaOrder) {
        waiting = order
        cursor?.isHalted = true
    }

    func withdraw() {
        waiting = nil
        cursor?.isHalted = false
    }

    /// Gives the order of the close to the simulator.
    func take() -> LuaOrder? {
        defer { waiting = nil }
        return waiting
    }
}
