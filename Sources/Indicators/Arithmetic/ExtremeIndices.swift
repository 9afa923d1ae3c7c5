import Candles

// TA-Lib's places of extremes, counted from the first candle of the series; `highest_index` counts back from the present.
extension Indicator {
    package static let maximumIndex = place(
        "maxindex", "Place of the highest value", "largest", outputs: ["maxindex"]
    ) { source, period in [source.places(ofExtreme: period, >)] }

    package static let minimumIndex = place(
        "minindex", "Place of the lowest value", "smallest", outputs: ["minindex"]
    ) { source, period in [source.places(ofExtreme: period, <)] }

    package static let extremeIndices = place(
        "minmaxindex", "Places of the lowest and the highest value", "smallest and of the largest",
        outputs: ["minindex", "maxindex"]
    ) { source, period in [source.places(ofExtreme: period, <), source.places(ofExtreme: period, >)] }

    private static func place(
        _ name: String, _ title: String, _ which: String, outputs: [String],
        _ places: @escaping @Sendable (Series, Int) -> [Series]
    ) -> Indicator {
        Indicator(
            name, title: title,
            summary: "At which candle of the series the \(which) of the last values stands, the first candle being 0.",
            formula: """
                Place of the \(which) of the last period values, from 0 for the first candle of the series, as TA-Lib counts; \
                a script's series begin at 1: source[place + 1]. A new value equal to it takes its place; when it leaves the \
                window, the oldest of equal ones follows. ta.highest_index and ta.lowest_index say how many candles ago.
                """,
            source: "TA-Lib \(name.uppercased())",
            inputs: [.source], options: [.period("period", 30, from: 2)], outputs: outputs.map { .series($0) },
            warmup: { $0.period - 1 }
        ) { arguments in
            places(arguments.inputs[0], arguments.options.period).map {
                .series(Series($0.values, tick: Tick(decimals: 0)))
            }
        }
    }
}

extension Series {
    /// The candle, from 0, of the value that `beats` the others of the last `period`.
    @inline(__always)
    fileprivate func places(ofExtreme period: Int, _ beats: (Double, Double) -> Bool) -> Series {
        let values = span
        return .along([self]) { stretch, result in
            var (ring, best) = (ExtremeRing(period: period), stretch.lowerBound)
            for index in stretch {
                let oldest = ring.advance(to: index, values, beats)
                if best <= index - period {
                    best = oldest
                } else if !beats(values[best], values[index]) {
                    best = index
                }
                if index >= stretch.lowerBound + period - 1 { result[index] = Double(best) }
            }
        }
    }
}
