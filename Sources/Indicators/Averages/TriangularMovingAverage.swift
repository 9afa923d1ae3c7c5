import Candles

extension Indicator {
    package static let trima = Indicator(
        "trima", title: "Triangular moving average",
        summary: "A mean whose weights rise to the middle of the window and fall again.",
        formula: """
            SMA of an SMA: both of (period + 1) / 2 where the period is odd; of period / 2, then of period / 2 + 1 where \
            it is even.
            """,
        source: "TA-Lib TRIMA",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("trima")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].triangularMovingAverage($0.options.period))] }
}

extension Series {
    func triangularMovingAverage(_ period: Int) -> Series {
        simpleMovingAverage((period + 1) / 2).simpleMovingAverage(period / 2 + 1)
    }
}
