import Foundation

// Arithmetic candle by candle, on series of the same length and on numbers. NaN stays NaN; results have no tick.

extension Series {
    package static func + (left: Series, right: Series) -> Series { combined(left, right) { $0 + $1 } }
    package static func + (left: Series, right: Double) -> Series { left.mapped { $0 + right } }
    package static func + (left: Double, right: Series) -> Series { right.mapped { left + $0 } }

    package static func - (left: Series, right: Series) -> Series { combined(left, right) { $0 - $1 } }
    package static func - (left: Series, right: Double) -> Series { left.mapped { $0 - right } }
    package static func - (left: Double, right: Series) -> Series { right.mapped { left - $0 } }
    package static prefix func - (series: Series) -> Series { series.mapped { -$0 } }

    package static func * (left: Series, right: Series) -> Series { combined(left, right) { $0 * $1 } }
    package static func * (left: Series, right: Double) -> Series { left.mapped { $0 * right } }
    package static func * (left: Double, right: Series) -> Series { right.mapped { left * $0 } }

    /// Division by zero gives an infinity or NaN, as in Lua.
    package static func / (left: Series, right: Series) -> Series { combined(left, right) { $0 / $1 } }
    package static func / (left: Series, right: Double) -> Series { left.mapped { $0 / right } }
    package static func / (left: Double, right: Series) -> Series { right.mapped { left / $0 } }

    /// The rest of a division rounded down: it has the sign of the divisor, as in Lua.
    package static func % (left: Series, right: Series) -> Series { combined(left, right, remainder) }
    package static func % (left: Series, right: Double) -> Series { left.mapped { remainder($0, right) } }
    package static func % (left: Double, right: Series) -> Series { right.mapped { remainder(left, $0) } }

    /// Each value to the power of the other's. No `^`, which binds like `+` in Swift.
    package static func power(_ base: Series, _ exponent: Series) -> Series { combined(base, exponent, raised) }
    package static func power(_ base: Series, _ exponent: Double) -> Series { base.mapped { raised($0, exponent) } }
    package static func power(_ base: Double, _ exponent: Series) -> Series { exponent.mapped { raised(base, $0) } }

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

    @inline(__always)
    private static func combined(
        _ left: Series, _ right: Series, _ operation: (Double, Double) -> Double
    ) -> Series {
        precondition(left.count == right.count, "series of unequal length")
        return Series(count: left.count) { result in
            let (left, right) = (left.span, right.span)
            // Unchecked: the three have one length, and checks keep the loop from becoming vectors.
            for index in 0..<left.count {
                let value = unsafe operation(left[unchecked: index], right[unchecked: index])
                unsafe result[unchecked: index] = value
            }
        }
    }

    @inline(__always)
    private func mapped(_ operation: (Double) -> Double) -> Series {
        Series(count: count) { result in
            let values = span
            for index in 0..<values.count {
                let value = unsafe operation(values[unchecked: index])
                unsafe result[unchecked: index] = value
            }
        }
    }

    /// As `luai_nummod` of Lua 5.4.
    private static func remainder(_ value: Double, _ divisor: Double) -> Double {
        let rest = fmod(value, divisor)
        let isOpposite = rest > 0 ? divisor < 0 : rest < 0 && divisor != rest && divisor > 0
        return isOpposite ? rest + divisor : rest
    }

    /// As `luai_numpow` of Lua 5.4: squares are products.
    private static func raised(_ base: Double, _ exponent: Double) -> Double {
        exponent == 2 ? base * base : pow(base, exponent)
    }
}
