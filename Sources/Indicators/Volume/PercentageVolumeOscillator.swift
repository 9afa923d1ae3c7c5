import Candles

extension Indicator {
    package static let pvo = Indicator(
        "pvo", title: "Percentage volume oscillator",
        summary: "How far the volume of late is from that of a longer time, in percent.",
        formula: """
            100 * (fast average - slow average) / slow average of the volume, each from its own beginning; 0 where the \
            slow one is 0. fast above slow: exchanged.
            """,
        source: "TA-Lib PVO",
        inputs: [.volume], options: .twoAverages, outputs: [.series("pvo")],
        warmup: { $0.twoAveragesWarmup }
    ) { [.series($0.inputs[0].twoAveragesPercentage($0.options))] }
}
