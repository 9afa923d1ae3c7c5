import Candles

extension Indicator {
    package static let rvol = Indicator(
        "rvol", title: "Relative volume",
        summary: "The volume as a multiple of what is usual.",
        formula: "volume / mean volume of the period candles before. NaN where that is 0.",
        source: "TA-Lib RVOL",
        inputs: [.volume], options: [.period("period", 20)], outputs: [.sparse("rvol")],
        warmup: { $0.period }
    ) { arguments in
        let volume = arguments.inputs[0]
        let mean = volume.simpleMovingAverage(arguments.options.period)
        return [.series(.candlewise(volume, .candlewise(mean, behind: 1) { _, before in before }) { $0 / $1 })]
    }
}
