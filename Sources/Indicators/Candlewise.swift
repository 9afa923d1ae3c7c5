import Candles

// Columns computed candle by candle: what is missing in one of the inputs, or not finite in the result, is NaN.
// Unchecked reads, because checks keep the loops from becoming vectors: stretches lie within all of their columns.

extension Series {
    @inline(__always)
    static func candlewise(_ column: Series, _ value: (Double) -> Double) -> Series {
        let values = column.span
        return filled(along: [column]) { stretch, result in
            for index in stretch { unsafe result[unchecked: index] = finite(value(values[unchecked: index])) }
        }
    }

    @inline(__always)
    static func candlewise(_ first: Series, _ second: Series, _ value: (Double, Double) -> Double) -> Series {
        let (firsts, seconds) = (first.span, second.span)
        return filled(along: [first, second]) { stretch, result in
            for index in stretch {
                unsafe result[unchecked: index] = finite(value(firsts[unchecked: index], seconds[unchecked: index]))
            }
        }
    }

    @inline(__always)
    static func candlewise(
        _ first: Series, _ second: Series, _ third: Series, _ value: (Double, Double, Double) -> Double
    ) -> Series {
        let (firsts, seconds, thirds) = (first.span, second.span, third.span)
        return filled(along: [first, second, third]) { stretch, result in
            for index in stretch {
                unsafe result[unchecked: index] = finite(
                    value(firsts[unchecked: index], seconds[unchecked: index], thirds[unchecked: index]))
            }
        }
    }

    @inline(__always)
    static func candlewise(
        _ first: Series, _ second: Series, _ third: Series, _ fourth: Series,
        _ value: (Double, Double, Double, Double) -> Double
    ) -> Series {
        let (firsts, seconds, thirds, fourths) = (first.span, second.span, third.span, fourth.span)
        return filled(along: [first, second, third, fourth]) { stretch, result in
            for index in stretch {
                unsafe result[unchecked: index] = finite(
                    value(
                        firsts[unchecked: index], seconds[unchecked: index], thirds[unchecked: index],
                        fourths[unchecked: index]))
            }
        }
    }

    /// The series where `other` has values, too.
    func kept(where other: Series) -> Series {
        finiteStretches == other.finiteStretches ? self : .candlewise(self, other) { value, _ in value }
    }

    /// From each value and the one `period` candles before it in the same stretch.
    @inline(__always)
    static func candlewise(
        _ column: Series, behind period: Int, _ value: (_ now: Double, _ before: Double) -> Double
    ) -> Series {
        let values = column.span
        return filled(along: [column], warmup: period) { stretch, result in
            for index in stretch.dropFirst(period) {
                unsafe result[unchecked: index] = finite(
                    value(values[unchecked: index], values[unchecked: index - period]))
            }
        }
    }

    /// What `fill` writes along each stretch of candles on which all of `columns` have a value; NaN elsewhere.
    @inline(__always)
    static func along(_ columns: [Series], fill: (Range<Int>, inout MutableSpan<Double>) -> Void) -> Series {
        var draft = SeriesDraft(unfilled: columns[0].count)
        var result = draft.span
        result.setMissing(0..<result.count)
        for stretch in stretches(of: columns) { fill(stretch, &result) }
        return draft.finish()
    }

    @inline(__always)
    private static func finite(_ value: Double) -> Double { value.orMissing }
}

extension Double {
    /// NaN where it is infinite.
    @inline(__always)
    var orMissing: Double { self - self == 0 ? self : .nan }
}
