import CColumns

// Masks of what is compared. Nothing looks ahead, and a comparison with NaN says no.

extension Mask {
    /// Where `left` is above `right`.
    package static func above(_ left: Series, _ right: Series) -> Mask {
        unsafe compared(left, right) { unsafe columns_greater($0, $1, $2, $3) }
    }

    /// Where `left` is above or equal to `right`.
    package static func atLeast(_ left: Series, _ right: Series) -> Mask {
        unsafe compared(left, right) { unsafe columns_at_least($0, $1, $2, $3) }
    }

    /// Where `left` is below `right`.
    package static func below(_ left: Series, _ right: Series) -> Mask { above(right, left) }

    /// Where `left` is below or equal to `right`.
    package static func atMost(_ left: Series, _ right: Series) -> Mask { atLeast(right, left) }

    /// Where `left` has just risen above `right`: above it now, and below or equal one candle before.
    ///
    /// Never on the first candle, nor where one of the four values is NaN.
    package static func crossover(_ left: Series, _ right: Series) -> Mask {
        unsafe compared(left, right) { unsafe columns_crossover($0, $1, $2, $3) }
    }

    /// Where `left` has just fallen below `right`: below it now, and above or equal one candle before.
    package static func crossunder(_ left: Series, _ right: Series) -> Mask { crossover(right, left) }

    /// Where `series` is above a level.
    package static func above(_ series: Series, _ level: Double) -> Mask {
        unsafe compared(series) { unsafe columns_greater_than_level($0, level, $1, $2) }
    }

    /// Where `series` is above or equal to a level.
    package static func atLeast(_ series: Series, _ level: Double) -> Mask {
        unsafe compared(series) { unsafe columns_at_least_level($0, level, $1, $2) }
    }

    /// Where `series` is below a level.
    package static func below(_ series: Series, _ level: Double) -> Mask {
        unsafe compared(series) { unsafe columns_less_than_level($0, level, $1, $2) }
    }

    /// Where `series` is below or equal to a level.
    package static func atMost(_ series: Series, _ level: Double) -> Mask {
        unsafe compared(series) { unsafe columns_at_most_level($0, level, $1, $2) }
    }

    private static func compared(
        _ left: Series, _ right: Series,
        with compare: (UnsafePointer<Double>?, UnsafePointer<Double>?, Int, UnsafeMutablePointer<UInt64>?) -> Void
    ) -> Mask {
        precondition(left.count == right.count, "series of unequal length")
        return Mask(count: left.count) { words in
            unsafe left.span.withUnsafeBufferPointer { left in
                unsafe right.span.withUnsafeBufferPointer { right in
                    unsafe words.withUnsafeMutableBufferPointer { words in
                        unsafe compare(left.baseAddress, right.baseAddress, left.count, words.baseAddress)
                    }
                }
            }
        }
    }

    private static func compared(
        _ series: Series, with compare: (UnsafePointer<Double>?, Int, UnsafeMutablePointer<UInt64>?) -> Void
    ) -> Mask {
        Mask(count: series.count) { words in
            unsafe series.span.withUnsafeBufferPointer { series in
                unsafe words.withUnsafeMutableBufferPointer { words in
                    unsafe compare(series.baseAddress, series.count, words.baseAddress)
                }
            }
        }
    }
}
