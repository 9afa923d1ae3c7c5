import Candles

extension Indicator {
    package static let apo = Indicator(
        "apo", title: "Absolute price oscillator",
        summary: "How far a fast average is from a slow one.",
        formula: "Fast average - slow average, each from its own beginning. fast above slow: exchanged.",
        source: "TA-Lib APO",
        inputs: [.source], options: .twoAverages, outputs: [.series("apo")],
        warmup: { $0.twoAveragesWarmup }
    ) { arguments in
        let (fast, slow) = arguments.inputs[0].twoAverages(arguments.options)
        return [.series(.candlewise(fast, slow) { $0 - $1 })]
    }
}
