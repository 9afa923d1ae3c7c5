import Candles

extension Indicator {
    package static let kvo = Indicator(
        "kvo", title: "Klinger volume oscillator",
        summary: "Volume for and against the trend: a fast average less a slow one.",
        formula: """
            The trend is 1 where high + low + close rose, -1 where it fell, else as before (0 until it moves). cm = sum of \
            high - low since the candle before the trend last changed; force = 100 * volume * trend * \
            |2 * (high - low) / cm - 1|, 0 where cm is 0. kvo = fast EMA - slow EMA of force; signal = EMA of kvo.
            """,
        source:
            "Klinger, Stocks & Commodities 15:12, 1997, p. 56; Tulip Indicators kvo, which seeds its averages otherwise",
        inputs: [.high, .low, .close, .volume],
        options: [.period("fast", 34), .period("slow", 55), .period("signal", 13)],
        outputs: [.series("kvo"), .series("signal")],
        warmups: { options in
            let start = max(options.whole("fast"), options.whole("slow"))
            return [start, start + options.whole("signal") - 1]
        }
    ) { arguments in
        let options = arguments.options
        let force = Series.volumeForce(arguments.inputs)
        let fast = force.exponentialMovingAverage(options.whole("fast"))
        let slow = force.exponentialMovingAverage(options.whole("slow"))
        let (fasts, slows) = (fast.span, slow.span)
        let oscillator = Series.computed(from: fast, slow) { fasts[$0] - slows[$0] }
        return [.series(oscillator), .series(oscillator.exponentialMovingAverage(options.whole("signal")))]
    }
}

extension Series {
    /// The volume of each candle with the sign of the trend; none on the first candle of a stretch.
    fileprivate static func volumeForce(_ inputs: [Series]) -> Series {
        let (high, low, close, volume) = (inputs[0], inputs[1], inputs[2], inputs[3])
        let (highs, lows, closes, volumes) = (high.span, low.span, close.span, volume.span)
        return Series(count: volumes.count) { result in
            for stretch in stretches(of: inputs[0], inputs[1], inputs[2], inputs[3]) {
                var (trend, range) = (0.0, 0.0)
                for index in stretch.dropFirst() {
                    let before = highs[index - 1] + lows[index - 1] + closes[index - 1]
                    let now = highs[index] + lows[index] + closes[index]
                    let direction = now > before ? 1 : now < before ? -1 : trend
                    if direction != trend { (trend, range) = (direction, highs[index - 1] - lows[index - 1]) }
                    let own = highs[index] - lows[index]
                    range += own
                    let share = range == 0 ? 0 : (2 * own / range - 1).magnitude
                    result[index] = 100 * volumes[index] * trend * share
                }
            }
        }
    }
}
