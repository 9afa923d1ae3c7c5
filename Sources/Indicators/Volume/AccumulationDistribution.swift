import Candles

extension Indicator {
    package static let ad = Indicator(
        "ad", title: "Chaikin accumulation/distribution line",
        summary: "A running sum of the volume, counted by where in its range each candle closed.",
        formula:
            "Sum of ((close - low) - (high - close)) / (high - low) * volume from the first candle on; 0 where high = low.",
        source: "Chaikin; Achelis, Technical Analysis from A to Z, 2nd ed., 2000; TA-Lib AD",
        inputs: [.high, .low, .close, .volume], outputs: [.series("ad")],
        warmup: { _ in 0 }
    ) { [.series(.accumulationDistribution($0.inputs))] }

    package static let adosc = Indicator(
        "adosc", title: "Chaikin accumulation/distribution oscillator",
        summary: "Whether money flows in faster than it did: a fast average of the line less a slow one.",
        formula: """
            EMA of ad over fast candles - EMA over slow candles; both begin with ad on the first candle, without a mean.
            """,
        source: "Chaikin; Achelis, Technical Analysis from A to Z, 2nd ed., 2000; TA-Lib ADOSC",
        inputs: [.high, .low, .close, .volume],
        options: [.period("fast", 3, from: 2), .period("slow", 10, from: 2)], outputs: [.series("adosc")],
        warmup: { max($0.whole("fast"), $0.whole("slow")) - 1 }
    ) { arguments in
        let line = Series.accumulationDistribution(arguments.inputs)
        let values = line.span
        let periods = [arguments.options.whole("fast"), arguments.options.whole("slow")]
        return [
            .series(
                .along(line, warmup: max(periods[0], periods[1]) - 1) { stretch, result in
                    var fast = Smoothing(period: periods[0]).from(values[stretch.lowerBound])
                    var slow = Smoothing(period: periods[1]).from(values[stretch.lowerBound])
                    var (fastRoom, slowRoom) = (Pieces.room, Pieces.room)
                    var fasts = fastRoom.mutableSpan
                    var slows = slowRoom.mutableSpan
                    let first = stretch.lowerBound + max(periods[0], periods[1]) - 1
                    for piece in Pieces(of: stretch) {
                        fast.smooth(values, piece, into: &fasts, at: 0)
                        slow.smooth(values, piece, into: &slows, at: 0)
                        for index in piece where index >= first {
                            result[index] = fasts[index - piece.lowerBound] - slows[index - piece.lowerBound]
                        }
                    }
                })
        ]
    }
}

extension Series {
    /// Chaikin's line from high, low, close and volume.
    static func accumulationDistribution(_ columns: [Series]) -> Series {
        let flow = candlewise(columns[0], columns[1], columns[2], columns[3]) { high, low, close, volume in
            high > low ? ((close - low) - (high - close)) / (high - low) * volume : 0
        }
        return flow.runningSum()
    }

    /// The sum of all values from the first of each stretch on, without drift.
    func runningSum() -> Series {
        let values = span
        return .along([self]) { stretch, result in
            var sum = CompensatedSum()
            for index in stretch {
                sum.add(values[index])
                result[index] = sum.value
            }
        }
    }
}
