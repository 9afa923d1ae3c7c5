import CColumns
import Candles

/// How far prices move from one candle to the next, of some candles each of which has one before it.
enum Moves {
    /// How far price moved in a candle, counted from the close before it.
    @inline(__always)
    static func trueRange(_ high: Span<Double>, _ low: Span<Double>, _ close: Span<Double>, at index: Int) -> Double {
        let (top, bottom, before) = (high[index], low[index], close[index - 1])
        return (top > before ? top : before) - (bottom < before ? bottom : before)
    }

    /// The same of many, written from the place `start` of `ranges` on.
    static func trueRanges(
        _ high: Span<Double>, _ low: Span<Double>, _ close: Span<Double>, _ candles: Range<Int>,
        into ranges: inout MutableSpan<Double>, at start: Int
    ) {
        check(candles, high.count, low.count, close.count, room: ranges.count - start)
        unsafe high.withUnsafeBufferPointer { high in
            unsafe low.withUnsafeBufferPointer { low in
                unsafe close.withUnsafeBufferPointer { close in
                    unsafe ranges.withUnsafeMutableBufferPointer { ranges in
                        let first = candles.lowerBound - 1
                        guard let high = high.baseAddress, let low = low.baseAddress, let close = close.baseAddress,
                            let ranges = ranges.baseAddress
                        else { return }
                        unsafe columns_true_ranges(
                            high + first, low + first, close + first, candles.count, ranges + start)
                    }
                }
            }
        }
    }

    /// By how much each candle's value is above the one before, or 0, and by how much below, or 0.
    static func gainsAndLosses(
        _ values: Span<Double>, _ candles: Range<Int>, _ gains: inout MutableSpan<Double>,
        _ losses: inout MutableSpan<Double>
    ) {
        check(candles, values.count, room: min(gains.count, losses.count))
        unsafe values.withUnsafeBufferPointer { values in
            unsafe gains.withUnsafeMutableBufferPointer { gains in
                unsafe losses.withUnsafeMutableBufferPointer { losses in
                    guard let values = values.baseAddress else { return }
                    unsafe columns_gains_and_losses(
                        values + (candles.lowerBound - 1), candles.count, gains.baseAddress, losses.baseAddress)
                }
            }
        }
    }

    /// By how much the high rose above the one before or the low fell below it, whichever is more; the other is 0.
    static func outward(
        _ high: Span<Double>, _ low: Span<Double>, _ candles: Range<Int>, _ plus: inout MutableSpan<Double>,
        _ minus: inout MutableSpan<Double>
    ) {
        check(candles, high.count, low.count, room: min(plus.count, minus.count))
        unsafe high.withUnsafeBufferPointer { high in
            unsafe low.withUnsafeBufferPointer { low in
                unsafe plus.withUnsafeMutableBufferPointer { plus in
                    unsafe minus.withUnsafeMutableBufferPointer { minus in
                        guard let high = high.baseAddress, let low = low.baseAddress else { return }
                        let first = candles.lowerBound - 1
                        unsafe columns_outward_moves(
                            high + first, low + first, candles.count, plus.baseAddress, minus.baseAddress)
                    }
                }
            }
        }
    }

    private static func check(_ candles: Range<Int>, _ counts: Int..., room: Int) {
        precondition(
            candles.isEmpty
                || candles.lowerBound > 0 && counts.allSatisfy { candles.upperBound <= $0 }
                    && candles.count <= room,
            "candles out of range")
    }
}
