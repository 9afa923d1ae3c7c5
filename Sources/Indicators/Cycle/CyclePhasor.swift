import Candles

extension Indicator {
    package static let htPhasor = Indicator(
        "ht_phasor", title: "Phasor of the cycle",
        summary: "The two halves of the price's cycle: in step with it, and a quarter of a cycle ahead.",
        formula: "The detrended price three candles ago, and its Hilbert transform.",
        source: "Ehlers, Rocket Science for Traders, 2001, p. 63; TA-Lib HT_PHASOR",
        inputs: [.source], outputs: [.series("inphase"), .series("quadrature")],
        warmup: { _ in HilbertTransform.warmup }
    ) { arguments in
        let source = arguments.inputs[0]
        return [
            .series(source.hilbertTransform { $0.inPhase }), .series(source.hilbertTransform { $0.quadrature }),
        ]
    }
}
