import Candles
import Lua
import Search
import Simulation

extension LuaStrategy {
    /// The orders that `on_candle` makes over the simulator's candles, each with the line that makes it.
    package func orders(
        _ parameters: Parameters, seed: Seed = Seed(1), in simulator: inout Simulator
    ) throws(StrategyError) -> [OrderNote] {
        var notes: [OrderNote] = []
        _ = try ask(parameters, seed: seed, in: &simulator) { notes.append($0) }
        return notes
    }

    /// Runs the script anew, prepares its columns and asks it at each close: all in one run of the interpreter, so one
    /// time limit holds for the whole backtest.
    func ask(
        _ parameters: Parameters, seed: Seed, in simulator: inout Simulator, note: ((OrderNote) -> Void)? = nil
    ) throws(StrategyError) -> Backtest {
        try StrategyError.from(script) {
            lua.beginRun(seed: seed.value)
            return try lua.together {
                let functions = try lua.run(chunk) { results in
                    results[1].table { ($0.reference("on_candle"), $0.reference("prepare")) }
                }
                guard let functions, let function = functions.0 else {
                    throw StrategyError.noSignals(script.place(of: []))
                }
                let parameters = lua.makeTable { fill($0, parameters) }
                let candles = simulator.candles
                var columns: [String: ContextColumn] = [:]
                if let prepare = functions.1 {
                    columns = try lua.call(
                        prepare,
                        { stack in
                            stack.push(held(candles))
                            stack.push(parameters)
                        },
                        { try PreparationReading(script: script, candles: candles.count).columns($0[1]) })
                }
                let (context, cursor) = contextAndCursor
                context.begin(LuaContext.Run(candles: candles, prepared: columns, notesPlaces: note != nil))
                var source = ScriptOrders(
                    script: script, context: context, cursor: cursor, function: function, parameters: parameters,
                    note: note)
                return try simulator.run(&source)
            }
        }
    }
}
