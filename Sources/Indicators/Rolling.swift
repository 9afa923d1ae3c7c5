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
        let (values, first) = (series.span, stretch.lowerBound + period - 1)
        if let ticks = WholeTicks(of: series, in: stretch, period: period) {
            let divisor = Double(period) * ticks.perUnit
            var sum = 0.0
            for index in stretch.lowerBound...first { sum += ticks.count(values[index]) }
            result[first] = sum / divisor
            for index in (first + 1)..<max(first + 1, stretch.upperBound) {
                sum += ticks.count(values[index]) - ticks.count(values[index - period])
                result[index] = sum / divisor
            }
        } else {
            var sum = CompensatedSum()
            for index in stretch.lowerBound...first { sum.add(values[index]) }
            result[first] = sum.divided(by: Double(period))
            for index in (first + 1)..<max(first + 1, stretch.upperBound) {
                sum.add(values[index])
                sum.add(-values[index - period])
                result[index] = sum.divided(by: Double(period))
            }
        }
    }

    /// Population standard deviations of windows of `period` candles; exactly 0 where nothing moves.
    ///
    /// Sums of squares begin anew every `period` candles and are taken about the value there, which is a member of
    /// every window that ends in those candles: squares stay small, and no error outlives its window.
    static func deviations(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>
    ) {
        guard stretch.count >= period else { return }
        let values = series.span
        let ticks = WholeTicks(of: series, in: stretch, period: period) ?? .none
        let (start, count) = (stretch.lowerBound, Double(period))
        // Behind offset k of the block before: sums over its candles from k on, and their squares.
        var tails = [(sum: Double, squares: Double)](repeating: (0, 0), count: period + 1)
        for block in stride(from: start, to: stretch.upperBound, by: period) {
            let pivot = ticks.count(values[block])
            if block > start {
                for offset in (1..<period).reversed() {
                    let difference = ticks.count(values[block - period + offset]) - pivot
                    let tail = tails[offset + 1]
                    tails[offset] = (tail.sum + difference, tail.squares + difference * difference)
                }
            }
            var (sum, squares) = (0.0, 0.0)
            for offset in 0..<min(period, stretch.upperBound - block) {
                let index = block + offset
                let difference = ticks.count(values[index]) - pivot
                sum += difference
                squares += difference * difference
                guard index >= start + period - 1 else { continue }
                let tail = tails[offset + 1]
                let (total, totalSquares) = (sum + tail.sum, squares + tail.squares)
                let spread = max(0, count * totalSquares - total * total)
                result[index] = spread.squareRoot() / (count * ticks.perUnit)
            }
        }
    }

    /// The value of each window that `prefers` any other of it, such as the largest: two comparisons a candle, whatever
    /// the period (van Herk, Pattern Recognition Letters 13, 1992).
    @inline(__always)
    static func extremes(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>,
        prefers: (Double, Double) -> Bool
    ) {
        guard stretch.count >= period else { return }
        let (values, start) = (series.span, stretch.lowerBound)
        // Behind offset k of the block before: the best of its candles from k on.
        var tails = [Double](repeating: values[start], count: period)
        for block in stride(from: start, to: stretch.upperBound, by: period) {
            if block > start {
                var best = values[block - 1]
                for offset in (1..<period).reversed() {
                    let value = values[block - period + offset]
                    best = prefers(value, best) ? value : best
                    tails[offset] = best
                }
            }
            var best = values[block]
            for offset in 0..<min(period, stretch.upperBound - block) {
                let index = block + offset
                best = prefers(values[index], best) ? values[index] : best
                guard index >= start + period - 1 else { continue }
                result[index] = offset + 1 < period && prefers(tails[offset + 1], best) ? tails[offset + 1] : best
            }
        }
    }
}
