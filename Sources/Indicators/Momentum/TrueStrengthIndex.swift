import Candles

extension Indicator {
    package static let tsi = Indicator(
        "tsi", title: "True strength index",
        summary: "The change of a candle as a share of its size, both smoothed twice, from -100 to 100.",
        formula: """
            100 * S(change) / S(|change|), where S = EMA over second values of EMA over first values. 0 where nothing moved.
            """,
        source: "Blau, True Strength Index, Stocks & Commodities 9:11, 1991; TA-Lib TSI",
        inputs: [.source], options: [.period("first", 25, from: 2), .period("second", 13, from: 2)],
        outputs: [.series("tsi")],
        warmup: { $0.whole("first") + $0.whole("second") - 1 }
    ) { arguments in
        let options = arguments.options
        let change = Series.candlewise(arguments.inputs[0], behind: 1) { $0 - $1 }
        let size = Series.candlewise(change) { $0.magnitude }
        return [
            .series(.candlewise(smooth(change), smooth(size)) { change, size in size > 0 ? 100 * (change / size) : 0 })
        ]

        func smooth(_ series: Series) -> Series {
            series.exponentialMovingAverage(options.whole("first")).exponentialMovingAverage(options.whole("second"))
        }
    }
}
