// Arithmetic candle by candle, on series of the same length and on numbers. NaN stays NaN; results have no tick.

extension Series {
    package static func + (left: Series, right: Series) -> Series { done(.add, .series(left), .series(right)) }
    package static func + (left: Series, right: Double) -> Series { done(.add, .series(left), .number(right)) }
    package static func + (left: Double, right: Series) -> Series { done(.add, .number(left), .series(right)) }

    package static func - (left: Series, right: Series) -> Series { done(.subtract, .series(left), .series(right)) }
    package static func - (left: Series, right: Double) -> Series { done(.subtract, .series(left), .number(right)) }
    package static func - (left: Double, right: Series) -> Series { done(.subtract, .number(left), .series(right)) }

    package static func * (left: Series, right: Series) -> Series { done(.multiply, .series(left), .series(right)) }
    package static func * (left: Series, right: Double) -> Series { done(.multiply, .series(left), .number(right)) }
    package static func * (left: Double, right: Series) -> Series { done(.multiply, .number(left), .series(right)) }

    /// Division by zero gives an infinity or NaN, as in Lua.
    package static func / (left: Series, right: Series) -> Series { done(.divide, .series(left), .series(right)) }
    package static func / (left: Series, right: Double) -> Series { done(.divide, .series(left), .number(right)) }
    package static func / (left: Double, right: Series) -> Series { done(.divide, .number(left), .series(right)) }

    /// The rest of a division rounded down: it has the sign of the divisor, as in Lua.
    package static func % (left: Series, right: Series) -> Series { done(.remainder, .series(left), .series(right)) }
    package static func % (left: Series, right: Double) -> Series { done(.remainder, .series(left), .number(right)) }
    package static func % (left: Double, right: Series) -> Series { done(.remainder, .number(left), .series(right)) }

    package static prefix func - (series: Series) -> Series { done(.negate, .series(series), .number(0)) }

    /// Each value to the power of the other's. No `^`, which binds like `+` in Swift.
    package static func power(_ base: Series, _ exponent: Series) -> Series {
        done(.power, .series(base), .series(exponent))
    }

    package static func power(_ base: Series, _ exponent: Double) -> Series {
        done(.power, .series(base), .number(exponent))
    }

    package static func power(_ base: Double, _ exponent: Series) -> Series {
        done(.power, .number(base), .series(exponent))
    }

    private static func done(
        _ operation: SeriesExpression.Operation, _ left: SeriesExpression.Operand, _ right: SeriesExpression.Operand
    ) -> Series {
        SeriesExpression(operation, left, right).series
    }

    /// The values of `candles` ago; NaN for the first ones, which have none. Nothing is ever taken from ahead.
    package func ago(_ candles: Int) -> Series {
        precondition(candles >= 0, "a series is never taken from ahead")
        return Series(count: count) { result in
            let values = span
            for index in stride(from: min(candles, count), to: count, by: 1) {
                result[index] = values[index - candles]
            }
        }
    }
}
