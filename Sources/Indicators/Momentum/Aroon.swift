import Candles

extension Indicator {
    package static let aroon = Indicator(
        "aroon", title: "Aroon",
        summary: "How lately the lowest low and the highest high were made: 100 for now, 0 for a whole period ago.",
        formula: """
            100 * (period - candles since the extreme) / period, in the window of period + 1 candles; of equal extremes the \
            latest counts.
            """,
        source: "Chande, Stocks & Commodities 13:9, 1995; TA-Lib AROON",
        inputs: [.high, .low], options: [.period("period", 14, from: 2)], outputs: [.series("down"), .series("up")],
        warmup: { $0.period }
    ) { arguments in
        let (down, up) = Series.aroon(arguments.inputs, arguments.options.period)
        return [.series(down), .series(up)]
    }

    package static let aroonosc = Indicator(
        "aroonosc", title: "Aroon oscillator",
        summary: "Whether highs or lows are newer, from -100 to 100.",
        formula: "Aroon up - Aroon down.",
        source: "Chande, Stocks & Commodities 13:9, 1995; TA-Lib AROONOSC",
        inputs: [.high, .low], options: [.period("period", 14, from: 2)], outputs: [.series("aroonosc")],
        warmup: { $0.period }
    ) { arguments in
        let (down, up) = Series.aroon(arguments.inputs, arguments.options.period)
        return [.series(.candlewise(down, up) { down, up in up - down })]
    }
}

extension Series {
    /// How new the lowest low and the highest high of `period` + 1 candles are, from 0 to 100.
    static func aroon(_ highAndLow: [Series], _ period: Int) -> (down: Series, up: Series) {
        let down = Series.along(highAndLow) { stretch, result in
            Rolling.extremeAges(of: highAndLow[1], in: stretch, period: period + 1, into: &result) { $0 < $1 }
        }
        let up = Series.along(highAndLow) { stretch, result in
            Rolling.extremeAges(of: highAndLow[0], in: stretch, period: period + 1, into: &result) { $0 > $1 }
        }
        return (newness(down), newness(up))

        func newness(_ ages: Series) -> Series {
            candlewise(ages) { age in 100 * (Double(period) - age) / Double(period) }
        }
    }
}

extension Rolling {
    /// How many candles ago the value stood that `prefers` any other of its window; of equal ones the latest.
    @inline(__always)
    static func extremeAges(
        of series: Series, in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>,
        prefers: (Double, Double) -> Bool
    ) {
        guard stretch.count >= period else { return }
        let (values, start) = (series.span, stretch.lowerBound)
        // Candles that may still become the extreme, best first: each is preferred to all behind it. A ring.
        var candidates = [Int](repeating: start, count: period)
        var (first, count) = (0, 0)
        for index in stretch {
            if count > 0, candidates[first] == index - period {
                first = first + 1 == period ? 0 : first + 1
                count -= 1
            }
            while count > 0 {
                let last = first + count - 1
                guard !prefers(values[candidates[last < period ? last : last - period]], values[index]) else { break }
                count -= 1
            }
            let next = first + count
            candidates[next < period ? next : next - period] = index
            count += 1
            if index >= start + period - 1 { result[index] = Double(index - candidates[first]) }
        }
    }
}
