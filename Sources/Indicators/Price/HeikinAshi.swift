import Candles

extension Indicator {
    package static let ha = Indicator(
        "ha", title: "Heikin-Ashi",
        summary: "Candles that are smoothed by the one before.",
        formula: """
            close = (open + high + low + close) / 4; open = mean of the smoothed open and close before, first (open + close) \
            / 2; high and low = the extremes of high, low and the smoothed open and close.
            """,
        source: "Valcu, Stocks & Commodities 22:2, 2004, p. 16; TA-Lib HA",
        inputs: [.open, .high, .low, .close],
        outputs: [.series("open"), .series("high"), .series("low"), .series("close")],
        warmup: { _ in 0 }
    ) { arguments in
        let inputs = arguments.inputs
        let (open, high, low, close) = (inputs[0], inputs[1], inputs[2], inputs[3])
        let (opens, highs, lows, closes) = (open.span, high.span, low.span, close.span)
        let smoothClose = Series.computed(from: open, high, low, close) { index in
            (opens[index] + highs[index] + lows[index] + closes[index]) / 4
        }
        let smoothCloses = smoothClose.span
        let smoothOpen = Series(count: close.count) { result in
            for stretch in Series.stretches(of: smoothClose) {
                let first = stretch.lowerBound
                result[first] = (opens[first] + closes[first]) / 2
                for index in stretch.dropFirst() { result[index] = (result[index - 1] + smoothCloses[index - 1]) / 2 }
            }
        }
        let smoothOpens = smoothOpen.span
        return [
            .series(smoothOpen),
            .series(.computed(from: smoothOpen) { max(highs[$0], max(smoothOpens[$0], smoothCloses[$0])) }),
            .series(.computed(from: smoothOpen) { min(lows[$0], min(smoothOpens[$0], smoothCloses[$0])) }),
            .series(smoothClose),
        ]
    }
}
