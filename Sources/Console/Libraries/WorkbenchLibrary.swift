import Lua
import Research
import Strategies

/// All that a session sees beside Lua's own: what strategies see, and the workbench.
package enum WorkbenchLibrary {
    static func all(_ work: SessionWork) -> [LuaLibrary] {
        LibraryCatalog.strategy(cache: work.cache) + programs(work)
    }

    private static func programs(_ work: SessionWork) -> [LuaLibrary] {
        [
            CandleLibrary.library(work), StrategyLibrary.library(work), SearchLibrary.library(work),
            ResultLibrary.library(work), PrintLibrary.library(work),
        ]
    }

    /// All of it with `help`, to be read and not called.
    static var described: [LuaLibrary] { LibraryCatalog.strategy + programs }

    /// What strategies do not see, to be read and not called.
    package static var programs: [LuaLibrary] {
        let work = SessionWork(
            Workbench(home: Home(nil)), stop: SessionStop(LuaState().stopHandle), face: SessionFace(output: { _ in }))
        return programs(work) + [HelpLibrary.library(Reference([], types: []))]
    }

    /// The types of objects that a session hands out.
    static var types: [LuaType] {
        LibraryCatalog.types + [
            LuaBacktest.luaType, LuaSavedBacktest.luaType, LuaScorecard.luaType, LuaTrades.luaType, LuaStudy.luaType,
            LuaTrial.luaType, LuaRows.luaType,
        ]
    }
}
