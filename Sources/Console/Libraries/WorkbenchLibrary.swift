import Lua
import Research
import Strategies

/// All that a session sees beside Lua's own: what strategies see, and the workbench.
enum WorkbenchLibrary {
    static func all(_ work: SessionWork) -> [LuaLibrary] {
        LibraryCatalog.strategy(cache: work.cache) + [
            CandleLibrary.library(work), StrategyLibrary.library(work), SearchLibrary.library(work),
            ResultLibrary.library(work), PrintLibrary.library(work),
        ]
    }

    /// All of it with `help`, to be read and not called.
    static var described: [LuaLibrary] {
        let work = SessionWork(
            Workbench(home: Home(nil)), stop: SessionStop(LuaState().stopHandle), face: SessionFace(output: { _ in }))
        return all(work) + [HelpLibrary.library(Reference([], types: []))]
    }

    /// The types of objects that a session hands out.
    static var types: [LuaType] {
        LibraryCatalog.types + [
            LuaBacktest.luaType, LuaSavedBacktest.luaType, LuaScorecard.luaType, LuaTrades.luaType, LuaStudy.luaType,
            LuaTrial.luaType, LuaRows.luaType,
        ]
    }
}
