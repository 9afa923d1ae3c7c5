import Candles

extension Indicator {
    package static let quantile = Indicator(
        "quantile", title: "Quantile",
        summary: "The value below which a given share of the last candles lies.",
        formula: """
            Of the last period values in their order the one at place share * (period - 1), from 0; between two places on \
            the line that joins them.
            """,
        source: "Hyndman and Fan, The American Statistician 50, 1996, p. 363, type 7; pandas rolling.quantile",
        inputs: [.source], options: [.period("period", 20), .real("share", 0.25, in: 0...1)],
        outputs: [.series("quantile")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let period = arguments.options.period
        let place = arguments.options.real("share") * Double(period - 1)
        let rank = Int(place)
        let rest = place - Double(rank)
        return [
            .series(
                arguments.inputs[0].ranked(period, rank, rest == 0 ? rank : rank + 1) { lower, upper in
                    rest == 0 ? lower : lower + rest * (upper - lower)
                })
        ]
    }
}
