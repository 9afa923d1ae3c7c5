import Candles

extension Indicator {
    package static let efi = Indicator(
        "efi", title: "Elder's force index",
        summary: "The force behind a move, its size times its volume, smoothed.",
        formula: "EMA of (close - close before) * volume.",
        source: "Elder, Trading for a Living, 1993; TA-Lib EFI",
        inputs: [.close, .volume], options: [.period("period", 13)], outputs: [.series("efi")],
        warmup: { $0.period }
    ) { arguments in
        let (close, volume) = (arguments.inputs[0], arguments.inputs[1])
        let (closes, volumes) = (close.span, volume.span)
        let force = Series.along([close, volume]) { stretch, result in
            for index in stretch.dropFirst() { result[index] = (closes[index] - closes[index - 1]) * volumes[index] }
        }
        return [.series(force.exponentialMovingAverage(arguments.options.period))]
    }
}
