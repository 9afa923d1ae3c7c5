import Candles
import Indicators
import Lua

/// A series as scripts hold it: immutable, with operators that work candle by candle.
package final class LuaSeries: LuaObject {
    /// Its numbers, or arithmetic that nobody has asked the numbers of.
    private var content: SeriesExpression.Operand

    /// Whether something is made from it: what two are made from is worked out once, as a column.
    private var isUsed = false

    /// How many candles.
    let count: Int

    /// Where columns that are made from it are kept.
    let cache: ColumnCache

    let clock: LuaClock?

    package let memoryCost: Int

    package convenience init(_ series: Series, cache: ColumnCache) {
        self.init(series, cache: cache, clock: nil)
    }

    /// - Parameter isOfCandles: a column of the candles themselves, which costs a script nothing.
    init(_ series: Series, cache: ColumnCache, clock: LuaClock?, isOfCandles: Bool = false) {
        content = .series(series)
        count = series.count
        self.cache = cache
        self.clock = clock
        memoryCost = isOfCandles ? 0 : series.count * 8
    }

    /// Arithmetic, worked out when its numbers are asked for.
    init(_ expression: SeriesExpression, cache: ColumnCache, clock: LuaClock?) {
        content = .expression(expression)
        count = expression.count
        self.cache = cache
        self.clock = clock
        memoryCost = expression.count * 8
    }

    package static let luaType = LuaType(
        "series", "One number for each candle; never changes, NaN where there is no value yet.",
        members + LuaSeries.arithmetic + LuaSeries.refusals)

    private static let members: [LuaMember] = [
        comparison("above", "Where it is above x.", .above),
        comparison("below", "Where it is below x.", .below),
        comparison("at_least", "Where it is above or equal to x.", .atLeast),
        comparison("at_most", "Where it is below or equal to x.", .atMost),
        .method("ago", "n: integer -> series", "The values of n candles ago; NaN for the first n.") {
            (left: LuaSeries, call) in
            let candles = try call.candlesAgo(2)
            return call.return(
                left.derived("ago", [], [Double(candles)]) {
                    Series(left.series.ago(candles).values, tick: left.series.tick)
                })
        },
        .method("table", "-> number[]", "All values as a Lua table, for loops over them.") { (left: LuaSeries, call) in
            let series = left.series
            call.stack.pushTable(positions: series.count) { table in
                for index in 0..<series.count { table.set(at: index + 1, series[index]) }
            }
            return call.results(1)
        },
        .index(gives: "number?", "The value of a candle, from 1; nil beyond the last.") { (left: LuaSeries, call) in
            guard let place = call[2].integer, place >= 1, place <= left.series.count else { return call.return(.nil) }
            return call.return(left.series[place - 1])
        },
        .operator(.length, gives: "integer", "How many candles.") { call in
            call.return(try call.object(1, as: LuaSeries.self).count)
        },
        .operator(.text, gives: "string", "The first and the last values.") { call in
            call.return(try call.object(1, as: LuaSeries.self).text)
        },
    ]

    private static func comparison(
        _ name: String, _ summary: String, _ comparison: Mask.Comparison
    ) -> LuaMember {
        .method(name, "x: series|number -> mask", summary) { (left: LuaSeries, call) in
            if let right = call[2].object(as: LuaSeries.self) {
                let clock = try call.clock(of: left, and: right)
                return call.return(LuaMask(Mask(left.comparable, comparison, right.comparable), clock: clock))
            }
            guard let level = call[2].number else { throw call.fault(2, "a series or a number") }
            return call.return(LuaMask(Mask(left.comparable, comparison, .number(level)), clock: left.clock))
        }
    }

    /// Its numbers.
    package var series: Series {
        switch content {
        case .series(let series): return series
        case .number: preconditionFailure("a number is no series")
        case .expression(let expression):
            let series = cache.series(ColumnKey(expression)) { expression.series }
            content = .series(series)
            return series
        }
    }

    /// How many operations are worked out together at most: `x = x * x` in a loop doubles them each time.
    private static let mostOperations = 32

    /// For arithmetic on it. Numbers that two need, or that took many operations, become a column.
    var operand: SeriesExpression.Operand {
        guard case .expression(let expression) = content else { return content }
        if isUsed || expression.size >= Self.mostOperations { return .series(series) }
        isUsed = true
        return content
    }

    /// For a comparison. Arithmetic that was never asked for before is compared without a column: it may not come again.
    private var comparable: SeriesExpression.Operand {
        guard case .expression(let expression) = content else { return content }
        if isUsed { return .series(series) }
        switch cache.standing(of: ColumnKey(expression)) {
        case .kept(let series): content = .series(series)
        case .asked: return .series(series)
        case .new: isUsed = true
        }
        return content
    }

    /// A series made from this one, from the cache where it was made before.
    func derived(_ name: String, _ others: [Series], _ numbers: [Double], _ compute: () -> Series) -> LuaSeries {
        derived(name, others, numbers, on: clock, compute)
    }

    func derived(
        _ name: String, _ others: [Series], _ numbers: [Double], on clock: LuaClock?, _ compute: () -> Series
    ) -> LuaSeries {
        LuaSeries(
            cache.series(ColumnKey(name, [series] + others, numbers), compute: compute), cache: cache, clock: clock)
    }

    /// `series of 1000: nan, nan, 3.5 … 10.25, 11`.
    private var text: String {
        let shown = { (range: Range<Int>) in range.map { NumberText.lua(self.series[$0]) }.joined(separator: ", ") }
        let count = series.count
        return "series of \(count)"
            + (count == 0
                ? "" : ": " + (count <= 6 ? shown(0..<count) : shown(0..<3) + " … " + shown(count - 3..<count)))
    }
}

extension LuaCall {
    /// How many candles to look back. Nothing looks ahead.
    func candlesAgo(_ position: Int) throws -> Int {
        guard let candles = self[position].integer, candles >= 0 else {
            throw fault(position, "a whole number from 0 (a negative one would look ahead)")
        }
        return candles
    }
}

extension ColumnCache {
    /// One number for every candle.
    func constant(_ value: Double, count: Int) -> Series {
        series(ColumnKey("constant", [], [value, Double(count)])) {
            Series(Column(count: count, initial: value) { _ in })
        }
    }
}

/// Numbers as Lua writes them, but for the `.0` of whole ones.
enum NumberText {
    static func lua(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if let whole = Int(exactly: value) { return "\(whole)" }
        return "\(value)"
    }
}
