import Candles

extension Indicator {
    package static let mavp = Indicator(
        "mavp", title: "Moving average with variable period",
        summary: "A moving average whose period may differ from candle to candle.",
        formula: """
            On each candle the average of the kind over periods[candle] values, cut to a whole number and held within min \
            and max. All begin where the longest does, so exponential ones are seeded with the values that end there. \
            The work grows with the number of different periods. min above max: exchanged (TA-Lib refuses it).
            """,
        source: "TA-Lib MAVP",
        inputs: [.source, .series("periods")],
        options: [.period("min", 2), .period("max", 30, from: 2), .average("average", .sma)],
        outputs: [.series("mavp")],
        warmup: { $0.average("average").warmup(max($0.whole("min"), $0.whole("max"))) }
    ) { arguments in
        let (source, periods) = (arguments.inputs[0], arguments.inputs[1])
        let limits = [arguments.options.whole("min"), arguments.options.whole("max")].sorted()
        let kind = arguments.options.average("average")
        let start = kind.warmup(limits[1])
        let wanted = periods.span
        // Only where both columns have a value: what is missing in the periods begins everything anew, too.
        let values = Series(Series.candlewise(source, periods) { value, _ in value }.values, tick: source.tick)
        return [
            .series(
                .along([values]) { stretch, result in
                    var candles: [Int: [Int]] = [:]
                    for index in stretch.dropFirst(start) {
                        let period = Int(min(max(wanted[index], Double(limits[0])), Double(limits[1])))
                        candles[period, default: []].append(index)
                    }
                    for (period, candles) in candles {
                        let average = values.slice(stretch).movingAverage(kind, period, from: start)
                        for index in candles { result[index] = average[index - stretch.lowerBound] }
                    }
                })
        ]
    }
}
