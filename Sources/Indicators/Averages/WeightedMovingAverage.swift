import Candles

extension Indicator {
    package static let wma = Indicator(
        "wma", title: "Weighted moving average",
        summary: "A mean whose weights grow evenly toward the newest candle.",
        formula: """
            Weights 1 to period, the newest the largest, divided by their sum period * (period + 1) / 2. Prices of whole \
            ticks are summed as whole numbers.
            """,
        source: "TA-Lib WMA",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("wma")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].weightedMovingAverage($0.options.period))] }
}

extension Series {
    /// The mean of the last `period` values with weights 1 to `period`.
    func weightedMovingAverage(_ period: Int) -> Series {
        .along([self]) { stretch, result in
            Rolling.weightedMeans(of: self, in: stretch, period: period, into: &result)
        }
    }
}

extension Rolling {
    /// Means with weights 1 to `period`, exact for whole ticks.
    ///
    /// Sums begin anew every `period` candles, about the value there: of each window, the candles behind that border
    /// weigh their offset in the old block less the window's, those before it the rest.
    static func weightedMeans(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>
    ) {
        var start = stretch.lowerBound
        if let ticks = WholeTicks(of: series, period: period * period) {
            let end = ticks.end(in: stretch, of: series)
            weightedMeans(of: series.span, in: start..<end, period: period, whole: ticks, into: &result)
            // Behind a price too large to count, windows that end there or later.
            start = max(start, end - period + 1)
            if end == stretch.upperBound { return }
        }
        weightedMeans(of: series.span, in: start..<stretch.upperBound, period: period, whole: nil, into: &result)
    }

    private static func weightedMeans(
        of values: Span<Double>, in stretch: Range<Int>, period: Int, whole: WholeTicks?,
        into result: inout MutableSpan<Double>
    ) {
        guard stretch.count >= period else { return }
        let (start, ticks) = (stretch.lowerBound, whole ?? .none)
        let weights = Double(period) * Double(period + 1) / 2
        // Behind offset k of the block before: sums over its candles from k on, plain and times their offset.
        var tails = [SIMD2<Double>](repeating: .zero, count: period + 1)
        for block in stride(from: start, to: stretch.upperBound, by: period) {
            let pivot = ticks.count(values[block])
            if block > start {
                for offset in (1..<period).reversed() {
                    let difference = ticks.count(values[block - period + offset]) - pivot
                    tails[offset] = tails[offset + 1] + SIMD2(difference, difference * Double(offset))
                }
            }
            var head = SIMD2<Double>.zero
            for offset in 0..<min(period, stretch.upperBound - block) {
                let index = block + offset
                let difference = ticks.count(values[index]) - pivot
                head += SIMD2(difference, difference * Double(offset))
                guard index >= start + period - 1 else { continue }
                let tail = tails[offset + 1]
                let sum = (head.y + Double(period - offset) * head.x) + (tail.y - Double(offset) * tail.x)
                result[index] =
                    whole != nil
                    ? (pivot * weights + sum) / (weights * ticks.perUnit) : pivot + sum / weights
            }
        }
    }
}
