import Candles

extension Indicator {
    package static let cmf = Indicator(
        "cmf", title: "Chaikin money flow",
        summary: "Whether the last candles closed near their highs or their lows on volume, from -1 to 1.",
        formula: """
            Sum of volume * ((close - low) - (high - close)) / (high - low) over the last period candles / sum of their \
            volumes. A candle without range adds nothing above; 0 where nothing was traded.
            """,
        source: "Achelis, Technical Analysis from A to Z, 2000, p. 80; TA-Lib CMF",
        inputs: [.high, .low, .close, .volume], options: [.period("period", 20)], outputs: [.series("cmf")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (inputs, period) = (arguments.inputs, arguments.options.period)
        let (high, low, close, volume) = (inputs[0], inputs[1], inputs[2], inputs[3])
        let (highs, lows, closes, volumes) = (high.span, low.span, close.span, volume.span)
        return [
            .series(
                Series(count: volumes.count) { result in
                    for stretch in Series.stretches(of: inputs[0], inputs[1], inputs[2], inputs[3]) {
                        Rolling.folds(
                            in: stretch, period: period, into: &result,
                            of: { index, _ in
                                let (high, low, close) = (highs[index], lows[index], closes[index])
                                let place = high == low ? 0 : ((close - low) - (high - close)) / (high - low)
                                return LaneSums(SIMD2(place * volumes[index], volumes[index]))
                            },
                            finish: { _, _, sums in sums[1] == 0 ? 0 : sums[0] / sums[1] })
                    }
                })
        ]
    }
}
