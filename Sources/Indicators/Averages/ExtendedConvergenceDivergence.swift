import Candles

extension Indicator {
    package static let macdext = Indicator(
        "macdext", title: "Moving average convergence divergence, extended",
        summary: "MACD whose three averages are of any kind.",
        formula: """
            macd = fast average - slow average, both beginning where the later one does, so that an exponential one is \
            seeded with the values that end there; signal = average of macd; histogram = macd - signal. All begin \
            together. fast above slow: exchanged, with their kinds.
            """,
        source: "TA-Lib MACDEXT",
        inputs: [.source],
        options: [
            .period("fast", 12, from: 2), .average("fast_average", .sma), .period("slow", 26, from: 2),
            .average("slow_average", .sma), .period("signal", 9), .average("signal_average", .sma),
        ],
        outputs: Convergence.outputs,
        warmup: { options in
            max(
                options.average("fast_average").warmup(options.whole("fast")),
                options.average("slow_average").warmup(options.whole("slow")))
                + options.average("signal_average").warmup(options.whole("signal"))
        }
    ) { arguments in
        let (source, options) = (arguments.inputs[0], arguments.options)
        let averages = ["fast", "slow"].map { (kind: options.average("\($0)_average"), period: options.whole($0)) }
        let start = averages.map { $0.kind.warmup($0.period) }.max() ?? 0
        let lines = averages.sorted { $0.period < $1.period }.map { average in
            source.movingAverage(average.kind, average.period, from: start)
        }
        let distance = Series.candlewise(lines[0], lines[1]) { $0 - $1 }
        return Convergence(
            distance, signal: distance.movingAverage(options.average("signal_average"), options.whole("signal"))
        ).values
    }
}
