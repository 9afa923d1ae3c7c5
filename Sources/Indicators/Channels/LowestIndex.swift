import Candles

extension Indicator {
    package static let lowestIndex = Indicator(
        "lowest_index", title: "Index of the lowest value",
        summary: "How many candles ago the lowest of the last candles was, 0 for the present one.",
        formula:
            "Candles since the smallest of the last period values, 0 to period - 1; since the latest of equal ones.",
        source: "Pine ta.lowestbars, there negative; TA-Lib MININDEX counts from the first candle",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("lowest_index")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].candlesSinceExtreme($0.options.period) { $0 <= $1 })] }
}

extension Series {
    /// How many candles ago the value was that beats all others of the last `period`.
    /// - Parameter beats: whether a later value takes the place of an earlier one.
    @inline(__always)
    func candlesSinceExtreme(_ period: Int, beats: (_ later: Double, _ earlier: Double) -> Bool) -> Series {
        let values = span
        return Series(count: count) { result in
            for stretch in Series.stretches(of: self) where stretch.count >= period {
                var ring = ExtremeRing(period: period)
                for index in stretch {
                    let extreme = ring.advance(to: index, values, beats)
                    if index >= stretch.lowerBound + period - 1 { result[index] = Double(index - extreme) }
                }
            }
        }
    }
}
