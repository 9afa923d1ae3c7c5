import Candles

extension Indicator {
    package static let htDcphase = Indicator(
        "ht_dcphase", title: "Dominant cycle phase",
        summary: "Where in its dominant cycle the price is, in degrees.",
        formula: "Angle of the smoothed prices of one cycle against a wave of its length, -45 to 315.",
        source: "Ehlers, Rocket Science for Traders, 2001, p. 95; TA-Lib HT_DCPHASE",
        inputs: [.source], outputs: [.series("ht_dcphase")], warmup: { _ in DominantCycle.warmup }
    ) { [.series($0.inputs[0].dominantCycle { $0.phase })] }
}
