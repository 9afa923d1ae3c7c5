import Candles

extension Indicator {
    package static let crsi = Indicator(
        "crsi", title: "Connors RSI",
        summary: "Three views of being overbought or oversold in one, from 0 to 100.",
        formula: """
            Mean of three: RSI of the value over rsi candles; RSI over streak candles of the streak, how many candles in a \
            row the value has risen (negative: fallen; 0 where it stands still); and the percentage of the rank returns \
            before (value / value before - 1) that are smaller than the present one.
            """,
        source: "Connors and Alvarez, An Introduction to ConnorsRSI, 2012",
        inputs: [.source],
        options: [.period("rsi", 3, from: 2), .period("streak", 2, from: 2), .period("rank", 100)],
        outputs: [.series("crsi")],
        warmup: { max($0.whole("rsi"), $0.whole("streak"), $0.whole("rank") + 1) }
    ) { arguments in
        let (source, options) = (arguments.inputs[0], arguments.options)
        let values = source.span
        let streak = Series(count: source.count) { result in
            for stretch in Series.stretches(of: source) {
                var length = 0.0
                result[stretch.lowerBound] = 0
                for index in stretch.dropFirst() {
                    let change = values[index] - values[index - 1]
                    length = change > 0 ? max(length, 0) + 1 : change < 0 ? min(length, 0) - 1 : 0
                    result[index] = length
                }
            }
        }
        let returns = Series.computed(from: source, warmup: 1) { values[$0] / values[$0 - 1] - 1 }
        let count = options.whole("rank")
        let rank = returns.standings(count + 1) { below, _ in 100 * Double(below) / Double(count) }
        let strength = Indicator.rsi.series([source], [options.real("rsi")])
        let streakStrength = Indicator.rsi.series([streak], [options.real("streak")])
        let (first, second, third) = (strength.span, streakStrength.span, rank.span)
        return [
            .series(
                .computed(from: strength, streakStrength, rank) { (first[$0] + second[$0] + third[$0]) / 3 })
        ]
    }
}
