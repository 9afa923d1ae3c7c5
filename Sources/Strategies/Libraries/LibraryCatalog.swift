import Indicators
import Lua

/// All libraries that a strategy sees beside Lua's own, in the order of their reference.
package enum LibraryCatalog {
    /// Made anew for each interpreter, as their functions keep columns in `cache`.
    package static func strategy(cache: ColumnCache) -> [LuaLibrary] {
        strategy(cache: cache, space: SpaceReading())
    }

    static func strategy(cache: ColumnCache, space: SpaceReading, calls: IndicatorCalls? = nil) -> [LuaLibrary] {
        [
            IndicatorLibrary.library(cache: cache, calls: calls), SpaceLibrary.library(space),
            SeriesLibrary.library(cache: cache),
        ]
    }

    /// The same, to be read and not called.
    package static var strategy: [LuaLibrary] { strategy(cache: ColumnCache(byteLimit: 0)) }

    /// The types of objects that scripts hold.
    package static let types: [LuaType] = [
        LuaCandles.luaType, LuaSeries.luaType, LuaMask.luaType, LuaDimension.luaType, LuaContext.luaType,
        LuaColumns.luaType, LuaColumn.luaType, LuaPosition.luaType, LuaOrder.luaType,
    ]
}
