import Candles

extension Indicator {
    package static let supertrend = Indicator(
        "supertrend", title: "Supertrend",
        summary: "A stop that follows price at some true ranges, and the side on which it stands.",
        formula: """
            Bands: (high + low) / 2 + and - k * ATR (Wilder's). The upper one only falls, unless the close before was above \
            it; the lower one only rises, unless the close before was below it. direction: 1 on the first candle and until \
            the close is below the lower band of its candle, -1 until it is above the upper one. supertrend = the lower \
            band while direction is 1, else the upper one.
            """,
        source: "Seban's Supertrend; TA-Lib SUPERTREND; Pine ta.supertrend, whose direction has the other sign",
        inputs: [.high, .low, .close], options: [.period("period", 10, from: 2), .real("k", 3, in: 0...1000)],
        outputs: [.series("supertrend"), .series("direction")],
        warmup: { $0.period }
    ) { arguments in
        let (inputs, options) = (arguments.inputs, arguments.options)
        let range = Series.averageTrueRange(inputs[0], inputs[1], inputs[2], options.period)
        let (stops, directions) = Series.supertrend(inputs, range, options.real("k"))
        return [.series(stops), .series(directions)]
    }
}

extension Series {
    /// Stops and the sides on which they stand, at `k` times `range` from the middles of high, low and close.
    fileprivate static func supertrend(
        _ candles: [Series], _ range: Series, _ k: Double
    ) -> (stops: Series, directions: Series) {
        let (high, low, close) = (candles[0], candles[1], candles[2])
        let (highs, lows, closes, ranges) = (high.span, low.span, close.span, range.span)
        let (stops, directions) = filledTwice(along: [range]) { stretch, stops, directions in
            // The stretch of the range begins behind candles that have a close.
            var (upper, lower, direction) = (Double.infinity, -Double.infinity, 1.0)
            var before = closes[stretch.lowerBound]
            for index in stretch {
                let middle = unsafe (highs[unchecked: index] + lows[unchecked: index]) / 2
                let width = unsafe k * ranges[unchecked: index]
                let (top, bottom) = (middle + width, middle - width)
                // One choice, not two tests: which way they go is as good as chance, and a wrong guess costs the most.
                let (falls, rises) = (top < upper ? top : upper, bottom > lower ? bottom : lower)
                upper = before > upper ? top : falls
                lower = before < lower ? bottom : rises
                before = unsafe closes[unchecked: index]
                // The first candle belongs to the rise, whatever its close.
                if index > stretch.lowerBound, direction > 0 ? before < lower : before > upper {
                    direction = -direction
                }
                unsafe stops[unchecked: index] = direction > 0 ? lower : upper
                unsafe directions[unchecked: index] = direction
            }
        }
        return (stops, Series(directions.values, tick: Tick(decimals: 0)))
    }
}
