import Candles

extension Indicator {
    package static let coppock = Indicator(
        "coppock", title: "Coppock curve",
        summary: "Two rates of change together, smoothed: made to find the end of a long fall.",
        formula: "WMA over period values of (roc over long candles + roc over short candles), in percent.",
        source: "Coppock, Barron's, 15 October 1962; TA-Lib COPPOCK",
        inputs: [.source], options: [.period("period", 10), .period("short", 11), .period("long", 14)],
        outputs: [.series("coppock")],
        warmup: { $0.period - 1 + max($0.whole("short"), $0.whole("long")) }
    ) { arguments in
        let (source, options) = (arguments.inputs[0], arguments.options)
        let rates = Series.candlewise(
            source.rateOfChange(options.whole("short")), source.rateOfChange(options.whole("long"))
        ) { $0 + $1 }
        return [.series(rates.weightedMovingAverage(options.period))]
    }
}
