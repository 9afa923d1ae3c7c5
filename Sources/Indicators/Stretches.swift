import Candles

extension Series {
    /// The stretches of candles on which each of `columns` has a finite number, oldest first.
    ///
    /// Windows and recursions run inside one stretch: what is missing never reaches the values behind it.
    static func stretches(of columns: Series...) -> [Range<Int>] { stretches(of: columns) }

    /// A series made stretch by stretch: NaN for the first `warmup` candles of each stretch of `columns` and between
    /// them, and what `fill` writes for all the others, which it must write each.
    static func along(
        _ columns: Series..., warmup: Int, fill: (_ stretch: Range<Int>, _ result: inout MutableSpan<Double>) -> Void
    ) -> Series {
        filled(along: columns, warmup: warmup, fill)
    }

    /// The same of any number of columns.
    @inline(__always)
    static func filled(
        along columns: [Series], warmup: Int = 0,
        _ fill: (_ stretch: Range<Int>, _ result: inout MutableSpan<Double>) -> Void
    ) -> Series {
        precondition(columns.allSatisfy { $0.count == columns[0].count }, "columns of unequal length")
        let stretches = stretches(of: columns)
        var draft = SeriesDraft(unfilled: columns[0].count)
        var result = draft.span
        var written = 0
        for stretch in stretches where stretch.count > warmup {
            result.setMissing(written..<(stretch.lowerBound + warmup))
            fill(stretch, &result)
            written = stretch.upperBound
        }
        result.setMissing(written..<result.count)
        return draft.finish()
    }

    /// Two series made at once, for what comes from the same steps.
    @inline(__always)
    static func filledTwice(
        along columns: [Series], warmup: Int = 0,
        _ fill: (_ stretch: Range<Int>, _ first: inout MutableSpan<Double>, _ second: inout MutableSpan<Double>) -> Void
    ) -> (Series, Series) {
        var second = columns[0]
        let first = Series(unfilled: columns[0].count) { first in
            second = filled(along: columns, warmup: warmup) { stretch, second in fill(stretch, &first, &second) }
            var written = 0
            for stretch in stretches(of: columns) where stretch.count > warmup {
                first.setMissing(written..<(stretch.lowerBound + warmup))
                written = stretch.upperBound
            }
            first.setMissing(written..<first.count)
        }
        return (first, second)
    }

    static func stretches(of columns: [Series]) -> [Range<Int>] {
        var common = columns[0].finiteStretches
        for column in columns.dropFirst() {
            let others = column.finiteStretches
            if others == common { continue }
            var both: [Range<Int>] = []
            var (left, right) = (common[...], others[...])
            while let one = left.first, let other = right.first {
                let overlap = one.clamped(to: other)
                if !overlap.isEmpty { both.append(overlap) }
                if one.upperBound <= other.upperBound { left.removeFirst() } else { right.removeFirst() }
            }
            common = both
        }
        return common
    }
}

extension MutableSpan<Double> {
    mutating func setMissing(_ range: Range<Int>) {
        for index in range { self[index] = .nan }
    }
}
