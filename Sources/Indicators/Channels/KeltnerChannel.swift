import Candles

extension Indicator {
    package static let keltner = Indicator(
        "keltner", title: "Keltner channel",
        summary: "An exponential average of the close with a band of some true ranges above and below it.",
        formula: """
            middle = EMA of close over ema candles; upper, lower = middle + and - k * ATR (Wilder's) over atr candles. The \
            middle may begin before the bands. All begin anew behind what is missing in one input.
            """,
        source: "Keltner, How to Make Money in Commodities, 1960, with Raschke's average and range",
        inputs: [.high, .low, .close],
        options: [.period("ema", 20), .period("atr", 10), .real("k", 2, in: 0...1000)],
        outputs: [.series("upper"), .series("middle"), .series("lower")],
        warmups: { options in
            let (ema, atr) = (options.whole("ema") - 1, options.whole("atr"))
            return [max(ema, atr), ema, max(ema, atr)]
        }
    ) { arguments in
        let (inputs, options) = (arguments.inputs, arguments.options)
        // Where the whole candle is known.
        let middle = inputs[2].known(with: inputs[0], inputs[1]).exponentialMovingAverage(options.whole("ema"))
        let range = Series.averageTrueRange(inputs[0], inputs[1], inputs[2], options.whole("atr"))
        let bands = Series.bands(about: middle, range, options.real("k"))
        return [.series(bands.upper), .series(middle), .series(bands.lower)]
    }

    package static let kc = Indicator(
        "kc", title: "Keltner channel about the typical price",
        summary: "An exponential average of the typical price with a band of some true ranges above and below it.",
        formula: """
            middle = EMA of (high + low + close) / 3 over period candles; upper, lower = middle + and - k * ATR (Wilder's) \
            over atr candles. All begin together: the shorter of the two is seeded late, so that its first value is the first \
            of the longer. ta.keltner has its middle on the close.
            """,
        source: "Keltner, How to Make Money in Commodities, 1960; TA-Lib KC",
        inputs: [.high, .low, .close],
        options: [.period("period", 20, from: 2), .period("atr", 10), .real("k", 2, in: 0...1000)],
        outputs: [.series("upper"), .series("middle"), .series("lower")],
        warmup: { max($0.period - 1, $0.whole("atr")) }
    ) { arguments in
        let (inputs, options) = (arguments.inputs, arguments.options)
        let (period, atr) = (options.period, options.whole("atr"))
        let typical = Series.candlewise(inputs[0], inputs[1], inputs[2]) { ($0 + $1 + $2) / 3 }
        let middle = typical.withoutLeading(max(atr - period + 1, 0)).exponentialMovingAverage(period)
        let range = Series.averageTrueRange(
            inputs[0], inputs[1], inputs[2], atr, late: max(period - 1 - atr, 0))
        let bands = Series.bands(about: middle, range, options.real("k"))
        return [.series(bands.upper), .series(middle), .series(bands.lower)]
    }
}

extension Series {
    /// `middle` + and - `k` times `range`.
    fileprivate static func bands(about middle: Series, _ range: Series, _ k: Double) -> (upper: Series, lower: Series)
    {
        let (middles, ranges) = (middle.span, range.span)
        return filledTwice(along: [middle, range]) { stretch, upper, lower in
            for index in stretch {
                let (middle, width) = unsafe (middles[unchecked: index], k * ranges[unchecked: index])
                unsafe upper[unchecked: index] = (middle + width).orMissing
                unsafe lower[unchecked: index] = (middle - width).orMissing
            }
        }
    }

    /// The values, in their ticks, where the other columns have one, too.
    fileprivate func known(with first: Series, _ second: Series) -> Series {
        if Series.stretches(of: self, first, second) == finiteStretches { return self }
        return Series(Series.candlewise(self, first, second) { value, _, _ in value }.values, tick: tick)
    }
}
