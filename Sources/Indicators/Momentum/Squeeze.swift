import Candles

extension Indicator {
    package static let squeeze = Indicator(
        "squeeze", title: "Squeeze",
        summary: "Whether the Bollinger bands are inside the Keltner channel, and which way price presses.",
        formula: """
            on = deviations * deviation of the last period closes (population) < range * mean of their true ranges. momentum = \
            end of the line of least squares through the last period values of close - ((highest high + lowest low) / 2 + \
            SMA) / 2, each over period candles.
            """,
        source: "Carter, Mastering the Trade, 2005, ch. 11; LazyBear's Squeeze Momentum on TradingView",
        inputs: [.high, .low, .close],
        options: [
            .period("period", 20, from: 2), .real("deviations", 2, in: 0...1000), .real("range", 1.5, in: 0...1000),
        ],
        outputs: [.series("momentum"), .mask("on")],
        warmups: { [2 * $0.period - 2, $0.period] }
    ) { arguments in
        let (inputs, period) = (arguments.inputs, arguments.options.period)
        let (high, low, close) = (inputs[0], inputs[1], inputs[2])
        let (deviations, range) = (arguments.options.real("deviations"), arguments.options.real("range"))
        let (highs, lows, closes) = (high.span, low.span, close.span)

        let moves = Series.computed(from: high, low, close, warmup: 1) { index in
            max(highs[index], closes[index - 1]) - min(lows[index], closes[index - 1])
        }
        let (channel, band) = (moves.simpleMovingAverage(period), close.standardDeviation(period))

        let whole = [Double(period)]
        let (highest, lowest) = (Indicator.highest.series([high], whole), Indicator.lowest.series([low], whole))
        let mean = close.simpleMovingAverage(period)
        let (tops, bottoms, means) = (highest.span, lowest.span, mean.span)
        let pressure = Series.computed(from: highest, lowest, mean) { index in
            closes[index] - ((tops[index] + bottoms[index]) / 2 + means[index]) / 2
        }
        return [
            .series(pressure.windowLines(period) { line, pivot in pivot + line.end }),
            .mask(.below(deviations * band, range * channel)),
        ]
    }
}
