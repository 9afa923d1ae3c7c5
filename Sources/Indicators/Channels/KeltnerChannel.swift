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
        // The close where the whole candle is known, in its ticks.
        let known = Series.candlewise(inputs[2], inputs[0], inputs[1]) { close, _, _ in close }
        let middle = Series(known.values, tick: inputs[2].tick).exponentialMovingAverage(options.whole("ema"))
        let bands = Series.rangeBands(about: middle, inputs, options)
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
        let known = Series.candlewise(inputs[2], inputs[0], inputs[1]) { close, _, _ in close }
        let middle = typical.withoutLeading(max(atr - period + 1, 0)).exponentialMovingAverage(period)
        let late = [inputs[0], inputs[1], known.withoutLeading(max(period - 1 - atr, 0))]
        let bands = Series.rangeBands(about: middle, late, options)
        return [.series(bands.upper), .series(middle), .series(bands.lower)]
    }
}

extension Series {
    /// `middle` + and - `k` average true ranges over `atr` candles of high, low and close.
    fileprivate static func rangeBands(
        about middle: Series, _ candles: [Series], _ options: Indicator.Options
    ) -> (upper: Series, lower: Series) {
        let (range, k) = (averageTrueRange(candles[0], candles[1], candles[2], options.whole("atr")), options.real("k"))
        return (.candlewise(middle, range) { $0 + k * $1 }, .candlewise(middle, range) { $0 - k * $1 })
    }
}
