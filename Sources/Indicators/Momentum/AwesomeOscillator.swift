import Candles

extension Indicator {
    package static let ao = Indicator(
        "ao", title: "Awesome oscillator",
        summary: "The driving force of the market: a fast average of the middle of the candles less a slow one.",
        formula: "SMA over fast candles - SMA over slow candles of (high + low) / 2.",
        source: "Williams, New Trading Dimensions, 1998; TA-Lib AO",
        inputs: [.high, .low], options: [.period("fast", 5, from: 2), .period("slow", 34, from: 2)],
        outputs: [.series("ao")],
        warmup: { max($0.whole("fast"), $0.whole("slow")) - 1 }
    ) { arguments in
        let options = arguments.options
        return [
            .series(
                .awesomeOscillator(
                    arguments.inputs[0], arguments.inputs[1], fast: options.whole("fast"), slow: options.whole("slow")))
        ]
    }
}

extension Series {
    /// The mean of the middle of the last `fast` candles less that of the last `slow` ones.
    static func awesomeOscillator(_ high: Series, _ low: Series, fast: Int, slow: Int) -> Series {
        let middle = candlewise(high, low) { ($0 + $1) / 2 }
        return candlewise(middle.simpleMovingAverage(fast), middle.simpleMovingAverage(slow)) { $0 - $1 }
    }
}
