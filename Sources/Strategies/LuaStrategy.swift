import Candles
import Indicators
import Lua
import Search
import Simulation

/// A script as a strategy, in an interpreter of its own.
///
/// Made by the worker that uses it and used on that worker's thread alone, which has 8 MiB of stack. The script is
/// compiled once and runs anew for each trial, so nothing is carried from one to the next.
package final class LuaStrategy {
    package let script: StrategyScript

    /// As the script calls itself.
    package var name: String { definition.name }
    package var space: SearchSpace { definition.space }

    /// How a strategy says what it wants.
    package enum Form: Sendable {
        /// Once, in columns: `signals`.
        case signals
        /// At each close: `on_candle`.
        case onCandle
    }

    package var form: Form { definition.form }

    /// Whether the script restricts its space.
    package var hasConstraint: Bool { definition.where != nil }

    /// Ends the call in flight from any thread; later calls fail until it allows them.
    package var stopHandle: LuaStopHandle { lua.stopHandle }

    let lua: LuaState
    let chunk: LuaReference
    private let definition: StrategyDefinition
    private let cache: ColumnCache

    /// Of the tables of parameters: a name that is none of them is an error.
    private let unknownParameter: LuaReference

    private(set) lazy var contextAndCursor = LuaContext.make(in: lua)

    /// The candles of the last call as a script holds them: most trials have the same.
    private var held: (candles: LuaCandles, reference: LuaReference)?

    /// - Parameter calls: told of each call of an indicator.
    /// - Parameter output: receives what the script prints, a line at a time.
    /// - Parameter begun: is told how to stop the script before its first line runs.
    package init(
        _ script: StrategyScript, cache: ColumnCache = ColumnCache(), limits: LuaLimits = LuaLimits(),
        calls: IndicatorCalls? = nil, output: @escaping (String) -> Void = { _ in },
        begun: (LuaStopHandle) -> Void = { _ in }
    ) throws(StrategyError) {
        let reading = SpaceReading()
        let lua = LuaState(
            limits: limits, libraries: LibraryCatalog.strategy(cache: cache, space: reading, calls: calls))
        begun(lua.stopHandle)
        lua.resolver = { try script.module(named: $0) }
        lua.output = output
        (chunk, definition) = try StrategyError.from(script) {
            let chunk = try lua.compile(LuaScript(name: script.path, text: script.text))
            return (chunk, try lua.run(chunk) { try StrategyDefinition($0[1], of: script) })
        }
        reading.isDone = true
        let names = definition.space.dimensions.map(\.name)
        unknownParameter = lua.makeTable { ParameterNames.refuseOthers(names, $0) }
        self.script = script
        self.lua = lua
        self.cache = cache
        if try !allows(space.defaults) {
            throw .defaultsRefused(script.place(of: ["where"]), space.defaults)
        }
    }

    /// How many candles are to come before the first that counts.
    package func warmup(_ parameters: Parameters) throws(StrategyError) -> Int {
        switch definition.warmup {
        case .candles(let candles): candles
        case .function(let function):
            try StrategyError.from(script) {
                try lua.call(function, { push(parameters, $0) }, { try StrategyDefinition.candles($0[1], script) })
            }
        }
    }

    /// Whether `where` lets these parameters be tried; it may depend on them alone.
    package func allows(_ parameters: Parameters) throws(StrategyError) -> Bool {
        guard let condition = definition.where else { return true }
        return try StrategyError.from(script) {
            try lua.call(condition, { push(parameters, $0) }) { results in
                guard let answer = results[1].boolean else {
                    throw script.wrong(["where"], "a function that returns true or false", results[1])
                }
                return answer
            }
        }
    }

    /// What the script wishes on these candles, if it says so in columns. Random numbers it draws start from `seed`.
    package func signals(
        _ candles: CandleSeries, _ parameters: Parameters, seed: Seed = Seed(1)
    ) throws(StrategyError) -> Signals {
        return try StrategyError.from(script) {
            lua.beginRun(seed: seed.value)
            return try lua.together {
                let signals = try lua.run(chunk) { results in
                    try results[1].table { strategy in
                        try strategy.call(
                            "signals",
                            { stack in
                                stack.push(held(candles))
                                push(parameters, stack)
                            },
                            { try SignalReading(script: script, candles: candles.count).signals($0[1]) })
                    }
                }
                guard let signals = signals ?? nil else { throw StrategyError.noSignals(script.place(of: [])) }
                return signals
            }
        }
    }

    func held(_ candles: CandleSeries) -> LuaReference {
        if let held, held.candles.candles.isSame(as: candles) { return held.reference }
        let object = LuaCandles(candles, cache: cache)
        let table = lua.makeTable { $0.set("candles") { $0.push(object) } }
        let kept = lua.lend(table) { slot in slot.table { $0.reference("candles") } }
        guard let reference = kept ?? nil else { preconditionFailure("a table holds what was put there") }
        held = (object, reference)
        return reference
    }

    private func push(_ parameters: Parameters, _ stack: borrowing LuaStack) {
        stack.pushTable(names: parameters.entries.count) { fill($0, parameters) }
    }

    func fill(_ table: borrowing LuaTable, _ parameters: Parameters) {
        for entry in parameters.entries { table.set(entry.name, entry.value.luaValue) }
        table.setMetatable(unknownParameter)
    }
}

@available(*, unavailable)
extension LuaStrategy: Sendable {}

extension LuaStrategy {
    /// Makes `where` as a constraint where the sampler lives, in an interpreter of its own; nil without `where`.
    package var constraintMaker: ConstraintMaker? {
        guard hasConstraint else { return nil }
        return { [script, limits = lua.limits] in
            let strategy = try LuaStrategy(script, limits: limits)
            let stop = strategy.stopHandle
            return Constraint(stopHandle: { stop.stop() }, allows: { try strategy.allows($0) })
        }
    }
}

extension CandleSeries {
    /// Whether these are the same columns with the same warm-up.
    fileprivate func isSame(as other: CandleSeries) -> Bool {
        close.identity == other.close.identity && open.identity == other.open.identity && warmup == other.warmup
            && high.identity == other.high.identity && low.identity == other.low.identity
            && volume.identity == other.volume.identity
    }
}

extension ParameterValue {
    var luaValue: LuaValue {
        switch self {
        case .integer(let value): .integer(value)
        case .real(let value): .number(value)
        case .text(let value): .string(value)
        case .boolean(let value): .boolean(value)
        }
    }
}
