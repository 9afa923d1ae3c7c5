import Candles
import Indicators
import Lua

/// `series{...}`: a column of a script's own.
enum SeriesLibrary {
    static func library(cache: ColumnCache) -> LuaLibrary {
        LuaLibrary(
            "", "Columns of a script's own.",
            [
                LuaFunction(
                    "series", "values: number[] -> series", "A series of the numbers in a table, one for each candle."
                ) { call in
                    try call.table(1) { table in
                        let count = table.count
                        var values: [Double] = []
                        values.reserveCapacity(count)
                        for position in stride(from: 1, through: count, by: 1) {
                            guard let value = table.read(at: position, { $0.number }) else {
                                throw call.fault(
                                    "value \(position) must be a number (0/0 for none), got "
                                        + table.read(at: position) { $0.shown })
                            }
                            values.append(value)
                        }
                        return call.return(LuaSeries(Series(values), cache: cache))
                    }
                }
            ])
    }
}
