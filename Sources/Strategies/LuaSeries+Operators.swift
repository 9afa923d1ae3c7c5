import Candles
import Indicators
import Lua

extension LuaSeries {
    /// `+ - * / % ^` with a series or a number on either side, and unary minus.
    static let arithmetic: [LuaMember] = [
        arithmetic(.add, { $0 + $1 }, { $0 + $1 }, { $0 + $1 }),
        arithmetic(.subtract, { $0 - $1 }, { $0 - $1 }, { $0 - $1 }),
        arithmetic(.multiply, { $0 * $1 }, { $0 * $1 }, { $0 * $1 }),
        arithmetic(.divide, { $0 / $1 }, { $0 / $1 }, { $0 / $1 }),
        arithmetic(.modulo, { $0 % $1 }, { $0 % $1 }, { $0 % $1 }),
        arithmetic(.power, { .power($0, $1) }, { .power($0, $1) }, { .power($0, $1) }),
        .operator(.negate, gives: "series") { call in
            let source: LuaSeries = try call.object(1)
            return call.return(source.derived("unary -", [], []) { -source.series })
        },
    ]

    private static func arithmetic(
        _ operation: LuaOperator, _ both: @escaping @Sendable (Series, Series) -> Series,
        _ right: @escaping @Sendable (Series, Double) -> Series, _ left: @escaping @Sendable (Double, Series) -> Series
    ) -> LuaMember {
        let name = operation.rawValue
        return .operator(operation, with: "series|number", gives: "series") { call in
            switch (call[1].object(as: LuaSeries.self), call[2].object(as: LuaSeries.self)) {
            case (let one?, let other?):
                let clock = try call.clock(of: one, and: other)
                return call.return(one.derived(name, [other.series], [], on: clock) { both(one.series, other.series) })
            case (let one?, nil):
                guard let number = call[2].number else { throw call.fault(2, "a series or a number") }
                return call.return(one.derived(name, [], [number]) { right(one.series, number) })
            case (nil, let other?):
                guard let number = call[1].number else { throw call.fault(1, "a series or a number") }
                // A second number tells this side from the other.
                return call.return(other.derived(name, [], [number, 0]) { left(number, other.series) })
            case (nil, nil):
                throw call.fault(1, "a series")
            }
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
