import Candles
import Foundation
import Lua
import Research

/// `candles`: where they come from.
enum CandleLibrary {
    static func library(_ work: SessionWork) -> LuaLibrary {
        LuaLibrary("candles", "Where candles come from.", [load(work), read(work), synth(work), list(work)])
    }

    private static let loadOptions = CallOptions.market.filter { ["last", "preset", "from", "to"].contains($0.name) }
    private static let readOptions = LuaParameter.list("symbol: string, timeframe: string, format: string")
    private static let synthOptions = LuaParameter.list(
        "symbol: string, timeframe: string, candles: integer, seed: integer")

    private static func load(_ work: SessionWork) -> LuaFunction {
        LuaFunction(
            "load", "symbol?: string, timeframe?: string, options?: table -> candle_series", options: loadOptions,
            "Stored candles, the newest 10,000 unless told."
        ) { call in
            let position = call.isTable(1) ? 1 : call.isTable(2) ? 2 : 3
            let options = try CallOptions(call, at: position, of: "candles.load", known: loadOptions)
            let symbol = position > 1 && !call.isNil(1) ? try call.string(1) : nil
            var timeframe: Timeframe?
            if position > 2, !call.isNil(2) {
                timeframe = Timeframe(try call.string(2))
                if timeframe == nil { throw call.fault(2, "a number and one of s, m, h, d, w, M, as in \"5m\"") }
            }
            let selection = try work.workbench.select(options.choice(symbol: symbol, timeframe: timeframe))
            return call.return(work.candles(selection))
        }
    }

    private static func read(_ work: SessionWork) -> LuaFunction {
        LuaFunction(
            "read", "file: string, options?: table -> candle_series", options: readOptions,
            "All candles of a file, which are not stored."
        ) { call in
            let options = try CallOptions(call, at: 2, of: "candles.read", known: readOptions)
            var wishes = ImportOptions()
            wishes.symbol = try options.text("symbol")
            wishes.timeframe = try options.timeframe()
            wishes.format = try options.text("format")
            let file = URL(filePath: try call.string(1))
            return call.return(work.candles(CandleSelection(try CandleImport.read(file, options: wishes).candles)))
        }
    }

    private static func synth(_ work: SessionWork) -> LuaFunction {
        LuaFunction(
            "synth", "options?: table -> candle_series", options: synthOptions,
            "Candles made from a seed, the same everywhere."
        ) { call in
            let options = try CallOptions(call, of: "candles.synth", known: synthOptions)
            var walk = RandomWalk()
            walk.symbol = try options.text("symbol") ?? walk.symbol
            walk.timeframe = try options.timeframe() ?? walk.timeframe
            walk.seed = try options.integer("seed", in: 0...Int.max).map(UInt64.init) ?? walk.seed
            let count = try options.integer("candles", in: 1...10_000_000) ?? LookbackPreset.usual.candles
            return call.return(work.candles(CandleSelection(walk.candles(count))))
        }
    }

    private static func list(_ work: SessionWork) -> LuaFunction {
        LuaFunction("list", "-> rows", "What is stored, a market a line.") { call in
            call.return(LuaRows(TextTable(try work.workbench.archive.listing())))
        }
    }
}
