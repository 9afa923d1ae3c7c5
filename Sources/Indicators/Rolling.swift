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
        var start = stretch.lowerBound
        if let ticks = WholeTicks(of: series, period: period) {
            let end = ticks.end(in: stretch, of: series)
            ticks.means(of: series.span, in: start..<end, period: period, into: &result)
            // Behind a price too large to count, windows that end there or later.
            start = max(start, end - period + 1)
            if end == stretch.upperBound { return }
        }
        guard stretch.upperBound - start >= period else { return }
        let (values, first) = (series.span, start + period - 1)
        var sum = CompensatedSum()
        for index in start...first { sum.add(values[index]) }
        result[first] = sum.divided(by: Double(period))
        for index in (first + 1)..<max(first + 1, stretch.upperBound) {
            sum.add(values[index])
            sum.add(-values[index - period])
            result[index] = sum.divided(by: Double(period))
        }
    }

    /// Population standard deviations of windows of `period` candles; exactly 0 where nothing moves.
    ///
    /// Sums of squares begin anew every `period` candles and are taken about the value there, which is a member of
    /// every window that ends in those candles: squares stay small, and no error outlives its window.
    static func deviations(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>
    ) {
        var start = stretch.lowerBound
        if let ticks = WholeTicks(of: series, period: period) {
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
        // Roots and quotients, four at a time.
        var index = first
        while index < stretch.upperBound {
            let lanes = min(4, stretch.upperBound - index)
            let spread = pointwiseMax(result.four(at: index, count: lanes), SIMD4<Double>.zero)
            result.store(spread.squareRoot() / divisor, at: index, count: lanes)
            index += 4
        }
    }

    /// The value of each window that `prefers` any other of it, such as the largest: three comparisons a candle,
    /// whatever the period (van Herk, Pattern Recognition Letters 13, 1992).
    @inline(__always)
    static func extremes(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>,
        prefers: (Double, Double) -> Bool
    ) {
        guard stretch.count >= period else { return }
        precondition(stretch.upperBound <= series.count && stretch.upperBound <= result.count)
        let (values, start) = (series.span, stretch.lowerBound)
        // Behind offset k of the block before: the best of its candles from k on.
        var memory = [Double](repeating: values[start], count: period)
        var tails = memory.mutableSpan
        for block in stride(from: start, to: stretch.upperBound, by: period) {
            let end = min(block + period, stretch.upperBound)
            var best = values[block]
            if block > start {
                var tail = values[block - 1]
                unsafe tails[unchecked: period - 1] = tail
                for offset in stride(from: period - 2, to: 0, by: -1) {
                    let value = unsafe values[unchecked: block - period + offset]
                    tail = prefers(value, tail) ? value : tail
                    unsafe tails[unchecked: offset] = tail
                }
                for index in block..<min(end, block + period - 1) {
                    let value = unsafe values[unchecked: index]
                    best = prefers(value, best) ? value : best
                    let tail = unsafe tails[unchecked: index - block + 1]
                    unsafe result[unchecked: index] = prefers(tail, best) ? tail : best
                }
            }
            if end == block + period {
                if block == start || period == 1 {
                    for index in block..<end { best = prefers(values[index], best) ? values[index] : best }
                } else {
                    best = prefers(values[end - 1], best) ? values[end - 1] : best
                }
                result[end - 1] = best
            }
        }
    }
}
