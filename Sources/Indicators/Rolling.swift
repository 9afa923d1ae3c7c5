import CColumns
import Candles

/// Values over a window that moves along a stretch, shared by many indicators.
///
/// Each writes `result` from the candle on which the window is first full, and leaves what is before untouched.
enum Rolling {
    /// Means of windows of `period` candles, each as if summed exactly and rounded once.
    ///
    /// Prices that are whole ticks are summed as whole numbers and divided once, so two averages that tie are equal,
    /// whatever their windows. Other numbers are summed in two doubles. Neither drifts.
    static func means(of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>) {
        guard stretch.count >= period else { return }
        precondition(stretch.upperBound <= series.count && stretch.upperBound <= result.count)
        var start = stretch.lowerBound
        if let ticks = WholeTicks(of: series, period: period) {
            let end = ticks.end(in: stretch, of: series)
            wholeMeans(of: series, in: start..<end, period: period, ticks, into: &result)
            // Behind a price too large to count, windows that end there or later.
            start = max(start, end - period + 1)
            if end == stretch.upperBound { return }
        }
        let range = start..<stretch.upperBound
        unsafe windows(of: series.span, in: range, period: period, into: &result) { values, result in
            unsafe columns_exact_means(values, range.count, period, result)
        }
    }

    /// Means of ticks, from the series' sums where those are kept: then a window costs a subtraction and a division.
    private static func wholeMeans(
        of series: Series, in range: Range<Int>, period: Int, _ ticks: WholeTicks,
        into result: inout MutableSpan<Double>
    ) {
        // A single window is no reason to keep sums: averages that smooth begin with one.
        if range.count > period, let sums = series.wholeSums {
            guard range.count >= period else { return }
            unsafe sums.span.withUnsafeBufferPointer { sums in
                unsafe result.withUnsafeMutableBufferPointer { result in
                    guard let sums = sums.baseAddress, let result = result.baseAddress else { return }
                    unsafe columns_means_of_sums(
                        sums + range.lowerBound, range.count, period, ticks.perUnit,
                        result + range.lowerBound + period - 1)
                }
            }
        } else {
            unsafe windows(of: series.span, in: range, period: period, into: &result) { values, result in
                unsafe columns_whole_means(values, range.count, period, ticks.perUnit, result)
            }
        }
    }

    /// Lends `body` the values of `range` and the place of the first full window's result, if there is one.
    @inline(__always)
    private static func windows(
        of values: Span<Double>, in range: Range<Int>, period: Int, into result: inout MutableSpan<Double>,
        _ body: (UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
    ) {
        guard range.count >= period else { return }
        unsafe values.withUnsafeBufferPointer { values in
            unsafe result.withUnsafeMutableBufferPointer { result in
                guard let values = values.baseAddress, let result = result.baseAddress else { return }
                unsafe body(values + range.lowerBound, result + range.lowerBound + period - 1)
            }
        }
    }

    /// Population standard deviations of windows of `period` candles; exactly 0 where nothing moves.
    ///
    /// Sums of squares begin anew every `period` candles and are taken about the value there, which is a member of
    /// every window that ends in those candles: squares stay small, and no error outlives its window. Prices that are
    /// whole ticks, and whose squares are exact, need none of that.
    static func deviations(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>
    ) {
        precondition(stretch.upperBound <= series.count && stretch.upperBound <= result.count)
        var start = stretch.lowerBound
        if let ticks = WholeTicks(of: series, period: period) {
            if series.largestMagnitude * ticks.perUnit * Double(period) < 3e9 {
                unsafe windows(of: series.span, in: stretch, period: period, into: &result) { values, result in
                    unsafe columns_whole_deviations(values, stretch.count, period, ticks.perUnit, result)
                }
                return
            }
            let end = ticks.end(in: stretch, of: series)
            deviations(of: series, in: start..<end, period: period, ticks, into: &result)
            start = max(start, end - period + 1)
            if end == stretch.upperBound { return }
        }
        deviations(of: series, in: start..<stretch.upperBound, period: period, .none, into: &result)
    }

    private static func deviations(
        of series: Series, in stretch: Range<Int>, period: Int, _ ticks: WholeTicks,
        into result: inout MutableSpan<Double>
    ) {
        guard stretch.count >= period else { return }
        precondition(stretch.upperBound <= series.count && stretch.upperBound <= result.count)
        let (values, start, count) = (series.span, stretch.lowerBound, Double(period))
        let (first, divisor) = (start + period - 1, count * ticks.perUnit)
        // Behind offset k of the block before: sums over its candles from k on, and their squares.
        var sums = [Double](repeating: 0, count: period + 1)
        var squares = sums
        var tailSums = sums.mutableSpan
        var tailSquares = squares.mutableSpan
        for block in stride(from: start, to: stretch.upperBound, by: period) {
            let pivot = ticks.count(values[block])
            if block > start {
                var (sum, square) = (0.0, 0.0)
                for offset in (1..<period).reversed() {
                    let difference = unsafe ticks.count(values[unchecked: block - period + offset]) - pivot
                    sum += difference
                    square += difference * difference
                    unsafe tailSums[unchecked: offset] = sum
                    unsafe tailSquares[unchecked: offset] = square
                }
            }
            var (sum, square) = (0.0, 0.0)
            for offset in 0..<min(period, stretch.upperBound - block) {
                let index = block + offset
                let difference = unsafe ticks.count(values[unchecked: index]) - pivot
                sum += difference
                square += difference * difference
                if index < first { continue }
                let total = unsafe sum + tailSums[unchecked: offset + 1]
                let totalSquares = unsafe square + tailSquares[unchecked: offset + 1]
                unsafe result[unchecked: index] = count * totalSquares - total * total
            }
        }
        let inverse = 1 / divisor
        for index in first..<stretch.upperBound {
            let spread = unsafe result[unchecked: index]
            unsafe result[unchecked: index] = (spread > 0 ? spread : 0).squareRoot() * inverse
        }
    }

    /// The largest value of each window.
    static func largest(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>
    ) {
        unsafe extremes(of: series, in: stretch, period: period, into: &result, by: columns_largest)
    }

    /// The smallest value of each window.
    static func smallest(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>
    ) {
        unsafe extremes(of: series, in: stretch, period: period, into: &result, by: columns_smallest)
    }

    private static func extremes(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>,
        by find: (UnsafePointer<Double>?, Int, Int, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?) ->
            Void
    ) {
        guard stretch.count >= period else { return }
        precondition(stretch.upperBound <= series.count && stretch.upperBound <= result.count)
        unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: period) { tails in
            unsafe windows(of: series.span, in: stretch, period: period, into: &result) { values, result in
                unsafe find(values, stretch.count, period, tails.baseAddress, result)
            }
        }
    }
}
