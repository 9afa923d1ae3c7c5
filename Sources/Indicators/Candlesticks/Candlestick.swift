import Candles

extension Indicator {
    /// A candlestick pattern: 100 where a bullish one ends, -100 for a bearish one, 0 elsewhere and while warming up.
    ///
    /// `lookback` is TA-Lib's: how many candles go before the first verdict. `measures` are those that the verdict
    /// asks for, each with the candle (0 the newest) that is measured.
    @inline(__always)
    static func candlestick(
        _ name: String, title: String, summary: String, formula: String, source: String, penetration: Double? = nil,
        lookback: Int, measures: [(CandleMeasure, Int)] = [],
        verdict: @escaping @Sendable (borrowing CandleShape) -> Double
    ) -> Indicator {
        let sums = CandleSum.all(of: measures)
        return Indicator(
            name, title: title, summary: summary, formula: formula + (sums.isEmpty ? "" : sumsRule),
            source: "\(source); TA-Lib \(name.uppercased())",
            inputs: [.open, .high, .low, .close],
            options: penetration.map { [.real("penetration", $0, in: 0...100)] } ?? [], outputs: [.score(name)],
            warmup: { _ in lookback }
        ) { arguments in
            let penetration = arguments.options.values.first ?? 0
            return scan(arguments, sums, lookback: lookback, penetration: penetration, verdict: verdict)
        }
    }

    /// Exact sums of ticks would be finer, but give another verdict than TA-Lib's where a body ties with its mean.
    private static let sumsRule = " Means are of doubles summed in TA-Lib's order, so that ties fall as there."

    /// Looks at each candle with `lookback` others before it in its stretch; sums are of the first such candle on.
    @inline(__always)
    static func scan(
        _ arguments: Arguments, _ sums: [CandleSum], lookback: Int, penetration: Double = 0,
        verdict: (borrowing CandleShape) -> Double
    ) -> [Value] {
        let (open, high) = (arguments.inputs[0], arguments.inputs[1])
        let (low, close) = (arguments.inputs[2], arguments.inputs[3])
        let candles = CandleColumns(opens: open.span, highs: high.span, lows: low.span, closes: close.span)
        let result = Series(count: open.count, initial: 0) { result in
            var sums = CandleSums(sums)
            for stretch in Series.stretches(of: open, high, low, close) where stretch.count > lookback {
                let first = stretch.lowerBound + lookback
                sums.begin(at: first, candles)
                var start = first
                while start < stretch.upperBound {
                    let block =
                        start..<min((start / CandleSums.blockCount + 1) * CandleSums.blockCount, stretch.upperBound)
                    sums.advance(through: block, candles)
                    var shape = CandleShape(
                        candles, sums: sums.values.span, start: stretch.lowerBound, penetration: penetration)
                    for index in block {
                        shape.index = index
                        let score = verdict(shape)
                        if score != 0 { result[index] = score }
                    }
                    start = block.upperBound
                }
            }
        }
        return [.series(result)]
    }
}
