import Candles

extension Indicator {
    package static let dx = Indicator(
        "dx", title: "Directional movement index",
        summary: "How one-sided the moves of late are, from 0 to 100.",
        formula: "100 * |plus - minus| / (plus + minus) of Wilder's sums, as in plus_di. 0 where nothing moved.",
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 35; TA-Lib DX",
        inputs: [.high, .low, .close], options: [.period("period", 14, from: 2)], outputs: [.series("dx")],
        warmup: { $0.period }
    ) { [.series(DirectionalMovement($0.inputs).index($0.options.period))] }

    package static let adx = Indicator(
        "adx", title: "Average directional movement index",
        summary: "How strong the trend is, whichever way it goes, from 0 to 100.",
        formula:
            "Wilder's average of dx: the mean of the first period of them, then (adx * (period - 1) + dx) / period.",
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 35; TA-Lib ADX",
        inputs: [.high, .low, .close], options: [.period("period", 14, from: 2)], outputs: [.series("adx")],
        warmup: { 2 * $0.period - 1 }
    ) { [.series(DirectionalMovement($0.inputs).averageIndex($0.options.period))] }

    package static let adxr = Indicator(
        "adxr", title: "Average directional movement index rating",
        summary: "The mean of the ADX now and some candles ago.",
        formula: "(adx + adx period - 1 candles ago) / 2.",
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 35; TA-Lib ADXR",
        inputs: [.high, .low, .close], options: [.period("period", 14, from: 2)], outputs: [.series("adxr")],
        warmup: { 3 * $0.period - 2 }
    ) { arguments in
        let period = arguments.options.period
        let index = DirectionalMovement(arguments.inputs).averageIndex(period)
        return [.series(.candlewise(index, behind: period - 1) { ($0 + $1) / 2 })]
    }
}

extension DirectionalMovement {
    func index(_ period: Int) -> Series {
        averages(period) { _, plus, minus in
            let index = 100 * (plus - minus).magnitude / (plus + minus)
            return plus + minus > 0 ? index : 0
        }
    }

    func averageIndex(_ period: Int) -> Series { index(period).wilderMovingAverage(period) }
}
