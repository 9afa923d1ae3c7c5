import Candles
import Lua

/// A mask as scripts hold it: one yes or no for each candle.
package final class LuaMask: LuaObject {
    package let mask: Mask

    let clock: LuaClock?

    init(_ mask: Mask, clock: LuaClock?) {
        self.mask = mask
        self.clock = clock
    }

    package var memoryCost: Int { mask.words.count * 8 }

    package static let luaType = LuaType(
        "mask", "One yes or no for each candle; never changes.",
        [
            combination(.and, "Yes in both.") { $0 & $1 },
            combination(.or, "Yes in either.") { $0 | $1 },
            .operator(.not, gives: "mask", "Yes where it says no.") { call in
                let mask = try call.object(1, as: LuaMask.self)
                return call.return(LuaMask(~mask.mask, clock: mask.clock))
            },
            .method("ago", "n: integer -> mask", "What it said n candles ago; no for the first n.") {
                (left: LuaMask, call) in
                call.return(LuaMask(left.mask.ago(try call.candlesAgo(2)), clock: left.clock))
            },
            .method("count", "-> integer", "How many candles say yes.") { (left: LuaMask, call) in
                call.return(left.mask.trueCount)
            },
            .index(gives: "boolean?", "Whether a candle says yes, from 1; nil beyond the last.") {
                (left: LuaMask, call) in
                guard let place = call[2].integer, place >= 1, place <= left.mask.count else {
                    return call.return(.nil)
                }
                return call.return(left.mask[place - 1])
            },
            .operator(.length, gives: "integer", "How many candles.") { call in
                call.return(try call.object(1, as: LuaMask.self).mask.count)
            },
            .operator(.text, gives: "string", "How many candles say yes.") { call in
                let mask = try call.object(1, as: LuaMask.self).mask
                return call.return("mask of \(mask.count), \(mask.trueCount) of them yes")
            },
            LuaSeries.refusal(.exclusiveOr, "there is no ~ between two masks; write (a | b) & ~(a & b)"),
            LuaSeries.refusal(.less, "masks are not compared; combine them with &, | and ~"),
            LuaSeries.refusal(.lessOrEqual, "masks are not compared; combine them with &, | and ~"),
            LuaSeries.refusal(.equal, "masks are not compared with == or ~=; combine them with &, | and ~"),
            LuaSeries.refusal(.newIndex, "a mask never changes; make one from series: a:above(b)"),
        ] + arithmetic)

    private static let arithmetic = [LuaOperator.add, .subtract, .multiply, .divide].map {
        LuaSeries.refusal($0, "masks are no numbers; combine them with &, | and ~, or count their candles: m:count()")
    }

    private static func combination(
        _ operation: LuaOperator, _ summary: String, _ combine: @escaping @Sendable (Mask, Mask) -> Mask
    ) -> LuaMember {
        .operator(operation, with: "mask", gives: "mask", summary) { call in
            let (left, right): (LuaMask, LuaMask) = (try call.object(1), try call.object(2))
            let clock = try call.clock(of: left, and: right, are: "masks")
            return call.return(LuaMask(combine(left.mask, right.mask), clock: clock))
        }
    }
}

extension Mask {
    /// What the mask said `candles` ago; no for the first ones.
    fileprivate func ago(_ candles: Int) -> Mask {
        let words = words.span
        let (whole, bits) = (min(candles / 64, words.count), UInt64(candles % 64))
        return Mask(count: count) { result in
            for index in whole..<words.count {
                result[index] = words[index - whole] << bits
                if bits > 0, index > whole { result[index] |= words[index - whole - 1] >> (64 - bits) }
            }
        }
    }
}
