import Candles

extension Indicator {
    package static let rvi = Indicator(
        "rvi", title: "Relative volatility index",
        summary: "The share of volatility that came with rising values, from 0 to 100.",
        formula: """
            100 * up / (up + down), Wilder's averages of the standard deviation of the last window values, counted as up \
            where the value rose, as down where it fell, as 0 for the other. 50 where both are 0.
            """,
        source: "Dorsey, The Relative Volatility Index, Stocks & Commodities 11:6, 1993; TA-Lib RVI",
        inputs: [.source], options: [.period("period", 14), .period("window", 10, from: 2)],
        outputs: [.series("rvi")],
        warmup: { $0.period + $0.whole("window") - 2 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let deviation = source.standardDeviation(arguments.options.whole("window"))
        let up = share { $0 > 0 }.wilderMovingAverage(period)
        let down = share { $0 < 0 }.wilderMovingAverage(period)
        return [.series(.candlewise(up, down) { up, down in up + down > 0 ? 100 * (up / (up + down)) : 50 })]

        /// The deviation where the change `counts`, else 0.
        func share(_ counts: (Double) -> Bool) -> Series {
            let (values, deviations) = (source.span, deviation.span)
            return .along([deviation]) { stretch, result in
                for index in stretch {
                    result[index] = counts(values[index] - values[index - 1]) ? deviations[index] : 0
                }
            }
        }
    }
}
