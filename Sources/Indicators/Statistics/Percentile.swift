import Candles

extension Indicator {
    package static let percentile = Indicator(
        "percentile", title: "Percentile",
        summary: "The one of the last values below or at which a given percentage of them lies.",
        formula: """
            Of the last period values in their order the one of rank percentile * period / 100, rounded up, from 1 on: always \
            one of the values. ta.quantile lies between two of them.
            """,
        source: "Hyndman and Fan, The American Statistician 50, 1996, p. 363, type 1; TA-Lib PERCENTILE",
        inputs: [.source], options: [.period("period", 30, from: 2), .real("percentile", 50, in: 0...100)],
        outputs: [.series("percentile")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let rank = Int((arguments.options.real("percentile") * Double(period) / 100).rounded(.up))
        let place = max(rank, 1) - 1
        return [.series(source.ranked(period, place, place) { value, _ in value })]
    }

    package static let percentrank = Indicator(
        "percentrank", title: "Percent rank",
        summary: "How many of the values before lie below the present one, in percent.",
        formula: """
            100 * values below the present one / period, of the period values before it. ta.rank counts the present one, too.
            """,
        source: "TA-Lib PERCENTRANK; Pine ta.percentrank, which counts equal values, too",
        inputs: [.source], options: [.period("period", 100, from: 2)], outputs: [.series("percentrank")],
        warmup: { $0.period }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        return [.series(source.standings(period + 1) { below, _ in Double(below) / Double(period) * 100 })]
    }
}
