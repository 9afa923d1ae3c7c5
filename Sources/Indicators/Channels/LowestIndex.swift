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
                // Candles that may still become the extreme, each beaten by none after it, in a ring.
                var (candles, first, last) = ([Int](repeating: 0, count: period), 0, 0)
                for index in stretch {
                    if last > first, candles[first % period] <= index - period { first += 1 }
                    while last > first, beats(values[index], values[candles[(last - 1) % period]]) { last -= 1 }
                    candles[last % period] = index
                    last += 1
                    if index >= stretch.lowerBound + period - 1 {
                        result[index] = Double(index - candles[first % period])
                    }
                }
            }
        }
    }
}
