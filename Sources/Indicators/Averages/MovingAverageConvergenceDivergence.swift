import Candles

extension Indicator {
    package static let macd = Indicator(
        "macd", title: "Moving average convergence divergence",
        summary: "How far a fast exponential average is from a slow one, and that distance smoothed.",
        formula: """
            macd = fast EMA - slow EMA, the fast one seeded with the values that end where the slow one's seed ends; \
            signal = EMA of macd; histogram = macd - signal. All begin together. fast above slow: exchanged.
            """,
        source: "Appel, The Moving Average Convergence-Divergence Trading Method, 1979; TA-Lib MACD",
        inputs: [.source],
        options: [.period("fast", 12, from: 2), .period("slow", 26, from: 2), .period("signal", 9)],
        outputs: Convergence.outputs,
        warmup: { max($0.whole("fast"), $0.whole("slow")) + $0.whole("signal") - 2 }
    ) { arguments in
        let periods = [arguments.options.whole("fast"), arguments.options.whole("slow")].sorted()
        return Convergence(
            of: arguments.inputs[0], periods, by: periods.map(Smoothing.init(period:)),
            signal: arguments.options.whole("signal")
        ).values
    }

    package static let macdfix = Indicator(
        "macdfix", title: "Moving average convergence divergence, fixed",
        summary: "MACD 12/26 with the weights of its inventor: 0.15 and 0.075.",
        formula: "As macd with fast = 12 and slow = 26, but with these weights instead of 2 / 13 and 2 / 27.",
        source: "Appel, The Moving Average Convergence-Divergence Trading Method, 1979; TA-Lib MACDFIX",
        inputs: [.source], options: [.period("signal", 9)], outputs: Convergence.outputs,
        warmup: { 24 + $0.whole("signal") }
    ) { arguments in
        Convergence(
            of: arguments.inputs[0], [12, 26], by: [0.15, 0.075].map(Smoothing.init(weight:)),
            signal: arguments.options.whole("signal")
        ).values
    }
}

/// Two averages' distance, that smoothed, and the distance of the two.
struct Convergence {
    static let outputs: [Indicator.Output] = [.series("macd"), .series("signal"), .series("histogram")]

    private let distance: Series
    private let signal: Series

    /// From any distance and its average; nothing stands where the average is missing.
    init(_ distance: Series, signal: Series) {
        (self.distance, self.signal) = (distance.kept(where: signal), signal)
    }

    /// From two exponential averages that begin together, where the slow one's seed is complete.
    init(of source: Series, _ periods: [Int], by smoothings: [Smoothing], signal period: Int) {
        let distance = Series.along(source, warmup: periods[1] - 1) { stretch, result in
            let values = source.span
            let first = stretch.lowerBound + periods[1] - 1
            // Both means pass through the place where their distance will stand.
            Rolling.means(of: source, in: stretch.lowerBound..<(first + 1), period: periods[1], into: &result)
            var slow = smoothings[1].from(result[first])
            Rolling.means(of: source, in: (first + 1 - periods[0])..<(first + 1), period: periods[0], into: &result)
            var fast = smoothings[0].from(result[first])
            result[first] = fast.mean - slow.mean
            var room = Pieces.room
            var slows = room.mutableSpan
            for piece in Pieces(of: (first + 1)..<stretch.upperBound) {
                Smoothing.smooth(values, piece, &fast, into: &result, &slow, into: &slows)
                for index in piece {
                    unsafe result[unchecked: index] -= slows[unchecked: index - piece.lowerBound]
                }
            }
        }
        self.init(distance, signal: distance.exponentialMovingAverage(period))
    }

    var values: [Indicator.Value] {
        [.series(distance), .series(signal), .series(.candlewise(distance, signal) { $0 - $1 })]
    }
}
