import Candles

extension Indicator {
    package static let wad = Indicator(
        "wad", title: "Williams' accumulation/distribution",
        summary: "A running sum of how far rising closes lie above the true low, and falling ones below the true high.",
        formula: """
            Begins with 0. Close above the close before: + close - min(low, close before); below: + close - \
            max(high, close before); equal: + 0.
            """,
        source: "Achelis, Technical Analysis from A to Z, 2nd ed., 2000; TA-Lib WAD",
        inputs: [.high, .low, .close], outputs: [.series("wad")],
        warmup: { _ in 0 }
    ) { arguments in
        let (high, low, close) = (arguments.inputs[0], arguments.inputs[1], arguments.inputs[2])
        let (highs, lows, closes) = (high.span, low.span, close.span)
        return [
            .series(
                .along([high, low, close]) { stretch, result in
                    var sum = CompensatedSum()
                    result[stretch.lowerBound] = 0
                    for index in stretch.dropFirst() {
                        let (now, before) = (closes[index], closes[index - 1])
                        if now > before { sum.add(now - min(lows[index], before)) }
                        if now < before { sum.add(now - max(highs[index], before)) }
                        result[index] = sum.value
                    }
                })
        ]
    }
}
