import Candles
import Indicators
import Lua

extension LuaSeries {
    /// `+ - * / % ^` with a series or a number on either side, and unary minus. Nothing is worked out yet.
    static let arithmetic: [LuaMember] = [
        arithmetic(.add, .add), arithmetic(.subtract, .subtract), arithmetic(.multiply, .multiply),
        arithmetic(.divide, .divide), arithmetic(.modulo, .remainder), arithmetic(.power, .power),
        .operator(.negate, gives: "series") { call in
            let source: LuaSeries = try call.object(1)
            return call.return(
                LuaSeries(
                    SeriesExpression(.negate, source.operand, .number(0)), cache: source.cache, clock: source.clock))
        },
    ]

    private static func arithmetic(
        _ operation: LuaOperator, _ arithmetic: SeriesExpression.Operation
    ) -> LuaMember {
        .operator(operation, with: "series|number", gives: "series") { call in
            let (one, other) = (call[1].object(as: LuaSeries.self), call[2].object(as: LuaSeries.self))
            guard let cache = one?.cache ?? other?.cache else { throw call.fault(1, "a series") }
            var clock = one?.clock ?? other?.clock
            if let one, let other {
                clock = try call.clock(of: one, and: other)
                // Of one series with itself, its numbers are needed twice.
                if one === other { _ = one.series }
            }
            guard let left = one?.operand ?? call[1].number.map({ .number($0) }) else {
                throw call.fault(1, "a series or a number")
            }
            guard let right = other?.operand ?? call[2].number.map({ .number($0) }) else {
                throw call.fault(2, "a series or a number")
            }
            return call.return(LuaSeries(SeriesExpression(arithmetic, left, right), cache: cache, clock: clock))
        }
    }

    /// What Lua's syntax offers and a column cannot mean: the message names what can be written instead.
    static let refusals: [LuaMember] = [
        refusal(.less, "columns are not compared with < or >; write a:below(b) or a:above(b), which give a mask"),
        refusal(
            .lessOrEqual,
            "columns are not compared with <= or >=; write a:at_most(b) or a:at_least(b), which give a mask"),
        refusal(
            .equal, "columns are not compared with == or ~=; write a:at_least(b) & a:at_most(b), which gives a mask"),
        refusal(.and, "& combines masks; a:above(b) makes a mask of a series"),
        refusal(.or, "| combines masks; a:above(b) makes a mask of a series"),
        refusal(.exclusiveOr, "~ works on masks; a:above(b) makes a mask of a series"),
        refusal(.not, "~ works on masks; a:above(b) makes a mask of a series"),
        refusal(.newIndex, "a series never changes; build a table and make a series of it: series(values)"),
        refusal(.call, "a series is no function; s[i] is the value of candle i, s:ago(n) the values of n candles ago"),
    ]

    static func refusal(_ operation: LuaOperator, _ message: String) -> LuaMember {
        .operator(operation, "Not possible.") { _ in throw LuaArgumentFault(message: message) }
    }
}
