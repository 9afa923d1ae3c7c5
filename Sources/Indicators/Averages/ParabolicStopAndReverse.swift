import Candles

extension Indicator {
    package static let sar = Indicator(
        "sar", title: "Parabolic stop and reverse",
        summary: "A stop that follows the price faster the longer a trend makes new extremes.",
        formula: """
            Begins short when the second low fell further than the second high rose, else long; stop = the first candle's \
            low (high), extreme = the second's high (low). Then stop + a * (extreme - stop), held behind the last two lows \
            (highs); a grows by acceleration at each new extreme, to maximum. Touched, it turns: stop = extreme, held \
            beyond the last two highs (lows), a = acceleration.
            """,
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 9; TA-Lib SAR",
        inputs: [.high, .low],
        options: [.real("acceleration", 0.02, in: 0...1e6), .real("maximum", 0.2, in: 0...1e6)],
        outputs: [.series("sar")],
        warmup: { _ in 1 }
    ) { arguments in
        let speed = Parabola.Speed(
            first: arguments.options.real("acceleration"), step: arguments.options.real("acceleration"),
            most: arguments.options.real("maximum"))
        let parabola = Parabola(long: speed, short: speed)
        return [.series(parabola.stops(high: arguments.inputs[0], low: arguments.inputs[1]))]
    }

    package static let sarext = Indicator(
        "sarext", title: "Parabolic stop and reverse, extended",
        summary: "The parabolic stop with a speed for each side; negative while short.",
        formula: """
            As sar, with init, step and max of the acceleration for long and short. start above 0: begins long with this \
            stop; below 0: short with -start. offset moves the stop away by this fraction whenever it turns. The value is \
            -stop while short.
            """,
        source: "Wilder, New Concepts in Technical Trading Systems, 1978, p. 9; TA-Lib SAREXT",
        inputs: [.high, .low],
        options: [
            .real("start", 0, in: -1e15...1e15), .real("offset", 0, in: 0...1e6),
            .real("long_init", 0.02, in: 0...1e6), .real("long_step", 0.02, in: 0...1e6),
            .real("long_max", 0.2, in: 0...1e6), .real("short_init", 0.02, in: 0...1e6),
            .real("short_step", 0.02, in: 0...1e6), .real("short_max", 0.2, in: 0...1e6),
        ],
        outputs: [.series("sarext")],
        warmup: { _ in 1 }
    ) { arguments in
        let sides = ["long", "short"].map { side in
            Parabola.Speed(
                first: arguments.options.real("\(side)_init"), step: arguments.options.real("\(side)_step"),
                most: arguments.options.real("\(side)_max"))
        }
        let parabola = Parabola(
            long: sides[0], short: sides[1], start: arguments.options.real("start"),
            offset: arguments.options.real("offset"), showsSide: true)
        return [.series(parabola.stops(high: arguments.inputs[0], low: arguments.inputs[1]))]
    }
}
