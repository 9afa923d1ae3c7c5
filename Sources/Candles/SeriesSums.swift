import CColumns
import Synchronization

/// Sums of a series from its first candle on, kept with it from the second time on that they are asked for.
///
/// A moving average of one window is quicker without. A second window is the beginning of a family: then one pass over
/// the candles serves all windows, each of which takes the difference of two sums.
enum SeriesSums: Sendable {
    case unasked, asked
    case kept(Column<Int64>)
}

extension Series {
    /// Of each candle and the end the sum of all values before it, in ticks; nil for the first who asks, and without
    /// ticks.
    ///
    /// Sums wrap around, and what is no price counts for something: the difference of two is exact all the same when
    /// every value between them is a whole number of ticks and their sum is below 2^51.
    package var wholeSums: Column<Int64>? {
        guard let tick else { return nil }
        return scan.sums.withLock { sums in
            switch sums {
            case .unasked:
                sums = .asked
                return nil
            case .asked:
                let made = makeSums(perUnit: tick.perUnit)
                sums = .kept(made)
                return made
            case .kept(let kept):
                return kept
            }
        }
    }

    /// Bytes that the series holds, or will when its sums are kept.
    package var byteCount: Int { count * (tick == nil ? 8 : 16) }

    private func makeSums(perUnit: Double) -> Column<Int64> {
        Column(unfilled: count + 1) { sums in
            unsafe span.withUnsafeBufferPointer { values in
                unsafe sums.withUnsafeMutableBufferPointer { sums in
                    unsafe columns_whole_sums(values.baseAddress, values.count, perUnit, sums.baseAddress)
                }
            }
        }
    }
}
