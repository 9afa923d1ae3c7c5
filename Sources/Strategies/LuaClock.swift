import Candles
import Lua

/// The resampled candles that a column is one of. Columns of the base candles, and those a script builds, have none.
///
/// Columns of different clocks are never mixed: their values of one place are of different times.
final class LuaClock {
    let closed: ClosedCandles

    /// Of what these candles were made of, where that is resampled too.
    let parent: LuaClock?

    /// The close of the base candles.
    private let origin: SeriesIdentity

    init(_ closed: ClosedCandles, of shorter: LuaCandles) {
        self.closed = closed
        parent = shorter.clock
        origin = shorter.clock?.origin ?? shorter.candles.close.identity
    }

    var timeframe: Timeframe { closed.candles.timeframe }

    /// Whether two columns are of the same candles, as far as their clocks tell: a script's own fits any.
    static func agree(_ one: LuaClock?, _ other: LuaClock?) -> Bool {
        guard let one, let other, one !== other else { return true }
        return one.isSame(as: other)
    }

    /// Equal candles may be resampled twice.
    private func isSame(as other: LuaClock) -> Bool {
        guard timeframe == other.timeframe, origin == other.origin else { return false }
        switch (parent, other.parent) {
        case (nil, nil): return true
        case (let mine?, let theirs?): return mine.isSame(as: theirs)
        default: return false
        }
    }

    /// How many leading base candles are at most without a value where a column of this clock lacks so many.
    func baseCandles(lacking missing: Int) -> Int {
        let shorter = closed.shorterCandles(lacking: missing)
        return parent?.baseCandles(lacking: shorter) ?? shorter
    }

    /// `600`, `49 of 1h`: how many values a column has; with a word for them `49 values of 1h`.
    static func text(_ count: Int, _ clock: LuaClock?, values word: String = "") -> String {
        "\(count)\(word)" + (clock.map { " of \($0.timeframe)" } ?? "")
    }

    /// What to write instead, as the end of a message.
    static func hint(_ clocks: LuaClock?...) -> String {
        let timeframes = clocks.compactMap { $0?.timeframe }
        guard let first = timeframes.first else { return "" }
        let columns = timeframes.map { "columns of \($0)" }.joined(separator: " and ")
        return "; align \(columns) first: candles:resample(\"\(first)\"):align(column)"
    }
}

/// A column that a script holds: of which candles it is.
protocol LuaClocked {
    var clock: LuaClock? { get }
    var count: Int { get }
}

extension LuaSeries: LuaClocked {}

extension LuaMask: LuaClocked {
    var count: Int { mask.count }
}

extension LuaCall {
    /// The clock of what is made from two columns; those of different candles are a fault of the script.
    func clock(of one: some LuaClocked, and other: some LuaClocked, are word: String = "series") throws -> LuaClock? {
        guard one.count == other.count, LuaClock.agree(one.clock, other.clock) else {
            let (first, second) = (LuaClock.text(one.count, one.clock), LuaClock.text(other.count, other.clock))
            let difference = (one.clock ?? other.clock) == nil ? "have different lengths" : "are of different candles"
            throw fault("the \(word) \(difference), \(first) and \(second)" + LuaClock.hint(one.clock, other.clock))
        }
        return one.clock ?? other.clock
    }
}
