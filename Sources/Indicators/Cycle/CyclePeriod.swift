import Candles

extension Indicator {
    package static let htDcperiod = Indicator(
        "ht_dcperiod", title: "Dominant cycle period",
        summary: "How many candles the cycle that dominates the price takes, 6 to 50.",
        formula: "From the turn of the phase of Ehlers' Hilbert transform a candle, smoothed twice.",
        source: "Ehlers, Rocket Science for Traders, 2001, p. 63; TA-Lib HT_DCPERIOD",
        inputs: [.source], outputs: [.series("ht_dcperiod")], warmup: { _ in HilbertTransform.warmup }
    ) { [.series($0.inputs[0].hilbertTransform { $0.smoothPeriod })] }
}

extension HilbertTransform {
    /// Candles that pass before the first is fed, and before results are shown.
    static let settling = 12
    static let warmup = 32
}

extension Series {
    /// What `value` reads from the transform at each candle, from candle 32 of each stretch on.
    @inline(__always)
    func hilbertTransform(_ value: (HilbertTransform) -> Double) -> Series {
        let values = span
        return .along([self]) { stretch, result in
            var transform = HilbertTransform()
            for index in stretch.dropFirst(HilbertTransform.settling) {
                transform.advance(HilbertTransform.smooth(values, at: index))
                if index >= stretch.lowerBound + HilbertTransform.warmup { result[index] = value(transform) }
            }
        }
    }
}
