import Candles

extension Indicator {
    package static let obv = Indicator(
        "obv", title: "On balance volume",
        summary: "A running sum of the volume, added where the value rose and taken away where it fell.",
        formula:
            "Begins with the first volume; then + volume above the value before, - volume below it, + 0 where equal.",
        source: "Granville, Granville's New Key to Stock Market Profits, 1963; TA-Lib OBV",
        inputs: [.close, .volume], outputs: [.series("obv")],
        warmup: { _ in 0 }
    ) { arguments in
        let (close, volume) = (arguments.inputs[0], arguments.inputs[1])
        let (closes, volumes) = (close.span, volume.span)
        return [
            .series(
                .along([close, volume]) { stretch, result in
                    var sum = CompensatedSum()
                    sum.add(volumes[stretch.lowerBound])
                    result[stretch.lowerBound] = sum.value
                    for index in stretch.dropFirst() {
                        let (now, before) = (closes[index], closes[index - 1])
                        sum.add(now > before ? volumes[index] : now < before ? -volumes[index] : 0)
                        result[index] = sum.value
                    }
                })
        ]
    }
}
