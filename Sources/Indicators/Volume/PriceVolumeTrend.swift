import Candles

extension Indicator {
    package static let pvt = Indicator(
        "pvt", title: "Price volume trend",
        summary: "A running sum of the volume, each candle's weighed by how far the price moved.",
        formula: "Begins with 0; then + volume * (close - close before) / close before, + 0 where that was 0.",
        source: "Achelis, Technical Analysis from A to Z, 2nd ed., 2000; TA-Lib PVT",
        inputs: [.close, .volume], outputs: [.series("pvt")],
        warmup: { _ in 0 }
    ) { arguments in
        let (close, volume) = (arguments.inputs[0], arguments.inputs[1])
        let (closes, volumes) = (close.span, volume.span)
        return [
            .series(
                .along([close, volume]) { stretch, result in
                    var sum = CompensatedSum()
                    result[stretch.lowerBound] = 0
                    for index in stretch.dropFirst() {
                        let (now, before) = (closes[index], closes[index - 1])
                        if before != 0 { sum.add(volumes[index] * ((now - before) / before)) }
                        result[index] = sum.value
                    }
                })
        ]
    }
}
