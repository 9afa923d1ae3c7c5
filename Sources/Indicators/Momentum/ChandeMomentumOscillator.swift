import Candles

extension Indicator {
    package static let cmo = Indicator(
        "cmo", title: "Chande momentum oscillator",
        summary: "Gains less losses as a share of all recent moves, from -100 to 100.",
        formula: """
            100 * (gain - loss) / (gain + loss) of Wilder's averages, as in rsi (the book takes plain sums: cmou). 0 where \
            nothing moves.
            """,
        source: "Chande and Kroll, The New Technical Trader, 1994; TA-Lib CMO",
        inputs: [.source], options: [.period("period", 14, from: 2)], outputs: [.series("cmo")],
        warmup: { $0.period }
    ) { arguments in
        [
            .series(
                arguments.inputs[0].gainsAndLosses(arguments.options.period) { gain, loss in
                    100 * ((gain - loss) / (gain + loss))
                })
        ]
    }

    package static let cmou = Indicator(
        "cmou", title: "Chande momentum oscillator, unsmoothed",
        summary: "Gains less losses as a share of all moves in the window, from -100 to 100.",
        formula: "100 * (gains - losses) / (gains + losses), sums over the last period changes. 0 where nothing moves.",
        source: "Chande and Kroll, The New Technical Trader, 1994; TA-Lib CMOU",
        inputs: [.source], options: [.period("period", 14, from: 2)], outputs: [.series("cmou")],
        warmup: { $0.period }
    ) { arguments in
        let source = arguments.inputs[0]
        let values = source.span
        return [
            .series(
                .along([source]) { stretch, result in
                    Rolling.sums(in: stretch.dropFirst(), period: arguments.options.period, into: &result) { index in
                        let change = values[index] - values[index - 1]
                        return SIMD2(max(change, 0), max(-change, 0))
                    } finish: { _, sums in
                        let moves = sums.x + sums.y
                        return moves > 0 ? 100 * ((sums.x - sums.y) / moves) : 0
                    }
                })
        ]
    }
}
