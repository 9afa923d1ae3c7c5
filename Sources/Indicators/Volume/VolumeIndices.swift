import Candles

extension Indicator {
    package static let nvi = Indicator(
        "nvi", title: "Negative volume index",
        summary: "What the price did on quiet candles alone, where the crowd stays away.",
        formula:
            "Begins with 1000; times close / close before where volume fell, else unchanged; also where that close was 0.",
        source: "Fosback, Stock Market Logic, 1976; TA-Lib NVI",
        inputs: [.close, .volume], outputs: [.series("nvi")],
        warmup: { _ in 0 }
    ) { [.series(.growth(of: $0.inputs[0], $0.inputs[1]) { now, before in now < before })] }

    package static let pvi = Indicator(
        "pvi", title: "Positive volume index",
        summary: "What the price did on busy candles alone, where the crowd trades.",
        formula:
            "Begins with 1000; times close / close before where volume rose, else unchanged; also where that close was 0.",
        source: "Fosback, Stock Market Logic, 1976; TA-Lib PVI",
        inputs: [.close, .volume], outputs: [.series("pvi")],
        warmup: { _ in 0 }
    ) { [.series(.growth(of: $0.inputs[0], $0.inputs[1]) { now, before in now > before })] }
}

extension Series {
    /// 1000, grown as `close` on the candles on which the volume `counts`, now beside before.
    fileprivate static func growth(
        of close: Series, _ volume: Series, counts: (_ now: Double, _ before: Double) -> Bool
    ) -> Series {
        let (closes, volumes) = (close.span, volume.span)
        return .along([close, volume]) { stretch, result in
            var index = 1000.0
            result[stretch.lowerBound] = index
            for candle in stretch.dropFirst() {
                if counts(volumes[candle], volumes[candle - 1]), closes[candle - 1] != 0 {
                    index *= closes[candle] / closes[candle - 1]
                }
                result[candle] = index
            }
        }
    }
}
