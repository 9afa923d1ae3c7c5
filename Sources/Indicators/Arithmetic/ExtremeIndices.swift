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
    ) { source, period in
        let (lowest, highest) = source.placesOfBothExtremes(period)
        return [lowest, highest]
    }

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
        return .filled(along: [self], warmup: period - 1) { stretch, result in
            var extreme = ExtremePlace(period: period, from: stretch.lowerBound)
            for index in stretch {
                let place = Double(extreme.advance(to: index, values, beats))
                if index >= stretch.lowerBound + period - 1 { unsafe result[unchecked: index] = place }
            }
        }
    }

    fileprivate func placesOfBothExtremes(_ period: Int) -> (lowest: Series, highest: Series) {
        let values = span
        return Series.filledTwice(along: [self], warmup: period - 1) { stretch, lowest, highest in
            var least = ExtremePlace(period: period, from: stretch.lowerBound)
            var most = least
            for index in stretch {
                let (low, high) = (
                    Double(least.advance(to: index, values, <)), Double(most.advance(to: index, values, >))
                )
                if index < stretch.lowerBound + period - 1 { continue }
                unsafe lowest[unchecked: index] = low
                unsafe highest[unchecked: index] = high
            }
        }
    }
}

/// Where the extreme of a window stands as TA-Lib counts it: the newest of equal ones while it is in the window, the
/// oldest of them behind it.
private struct ExtremePlace {
    private var best: Int
    private var ring: ExtremeRing
    private let period: Int

    /// Windows so short are looked through when their extreme leaves them, which it seldom does; that costs less than
    /// keeping those that may follow it.
    private static let short = 128

    init(period: Int, from start: Int) {
        ring = ExtremeRing(period: period > Self.short ? period : 1)
        (best, self.period) = (start, period)
    }

    @inline(__always)
    mutating func advance(
        to index: Int, _ values: Span<Double>, _ beats: (_ later: Double, _ earlier: Double) -> Bool
    ) -> Int {
        let oldest = period > Self.short ? ring.advance(to: index, values, beats) : nil
        if best > index - period {
            if !beats(values[best], values[index]) { best = index }
        } else if let oldest {
            best = oldest
        } else {
            best = index - period + 1
            for later in (best + 1)...index where beats(values[later], values[best]) { best = later }
        }
        return best
    }
}
