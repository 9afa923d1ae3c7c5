import Candles

extension Indicator {
    package static let plus_dm = Indicator(
        "plus_dm", title: "Plus directional movement",
        summary: "How far highs rose above those before, summed and fading.",
        formula: """
            Wilder's sum of the moves up that are larger than those down: the first period - 1 of them, then \
            s - s / period + new. Period 1: the move of each candle.
            """,
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 35; TA-Lib PLUS_DM",
        inputs: [.high, .low], options: [.period("period", 14)], outputs: [.series("plus_dm")],
        warmup: { max($0.period - 1, 1) }
    ) { arguments in
        let period = arguments.options.period
        return [
            .series(
                DirectionalMovement(arguments.inputs).averages(period, seed: true) { _, plus, _ in plus * Double(period)
                })
        ]
    }

    package static let minus_dm = Indicator(
        "minus_dm", title: "Minus directional movement",
        summary: "How far lows fell below those before, summed and fading.",
        formula: """
            Wilder's sum of the moves down that are larger than those up: the first period - 1 of them, then \
            s - s / period + new. Period 1: the move of each candle.
            """,
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 35; TA-Lib MINUS_DM",
        inputs: [.high, .low], options: [.period("period", 14)], outputs: [.series("minus_dm")],
        warmup: { max($0.period - 1, 1) }
    ) { arguments in
        let period = arguments.options.period
        return [
            .series(
                DirectionalMovement(arguments.inputs).averages(period, seed: true) { _, _, minus in
                    minus * Double(period)
                })
        ]
    }
}
