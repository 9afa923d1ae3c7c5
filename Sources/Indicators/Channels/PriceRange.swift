import Candles

/// The highest high and the lowest low of the last `period` candles.
///
/// All given columns are of one mind: what is missing in one of them begins the window of both anew.
struct PriceRange {
    let highest: Series
    let lowest: Series

    /// High, low and any other columns that must have a value, too.
    init(_ columns: [Series], _ period: Int) {
        highest = .filled(along: columns, warmup: period - 1) { stretch, result in
            Rolling.largest(of: columns[0], in: stretch, period: period, into: &result)
        }
        lowest = .filled(along: columns, warmup: period - 1) { stretch, result in
            Rolling.smallest(of: columns[1], in: stretch, period: period, into: &result)
        }
    }

    /// Where `value` lies in the range, from 0 (lowest) to 100; 0 where the range is nothing but rounding.
    func position(of value: Series) -> Series {
        .candlewise(highest, lowest, value) { highest, lowest, value in
            let range = highest - lowest
            return range > 1e-12 * max(highest.magnitude, lowest.magnitude) ? 100 * ((value - lowest) / range) : 0
        }
    }
}
