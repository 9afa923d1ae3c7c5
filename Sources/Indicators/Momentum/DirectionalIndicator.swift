import Candles

extension Indicator {
    package static let plus_di = Indicator(
        "plus_di", title: "Plus directional indicator",
        summary: "The share of upward moves in the true range, in percent.",
        formula: """
            100 * plus / range of Wilder's sums: begun with the first period - 1 moves, then s - s / period + new. 0 where \
            nothing moved. Period 1: the move / true range of each candle, not in percent.
            """,
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 35; TA-Lib PLUS_DI",
        inputs: [.high, .low, .close], options: [.period("period", 14)], outputs: [.series("plus_di")],
        warmup: { $0.period }
    ) { arguments in
        let scale = DirectionalMovement.scale(arguments.options.period)
        return [
            .series(
                DirectionalMovement(arguments.inputs).averages(arguments.options.period) { range, plus, _ in
                    let share = scale * plus / range
                    return range > 0 ? share : 0
                })
        ]
    }

    package static let minus_di = Indicator(
        "minus_di", title: "Minus directional indicator",
        summary: "The share of downward moves in the true range, in percent.",
        formula: """
            100 * minus / range of Wilder's sums: begun with the first period - 1 moves, then s - s / period + new. 0 where \
            nothing moved. Period 1: the move / true range of each candle, not in percent.
            """,
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 35; TA-Lib MINUS_DI",
        inputs: [.high, .low, .close], options: [.period("period", 14)], outputs: [.series("minus_di")],
        warmup: { $0.period }
    ) { arguments in
        let scale = DirectionalMovement.scale(arguments.options.period)
        return [
            .series(
                DirectionalMovement(arguments.inputs).averages(arguments.options.period) { range, _, minus in
                    let share = scale * minus / range
                    return range > 0 ? share : 0
                })
        ]
    }
}

extension DirectionalMovement {
    /// Percent, but for a period of 1, as in TA-Lib.
    static func scale(_ period: Int) -> Double { period > 1 ? 100 : 1 }
}
