import Candles
import Foundation

extension Indicator {
    package static let fisher = Indicator(
        "fisher", title: "Fisher transform",
        summary: "Where price stands in its range, bent so that turns become sharp.",
        formula: """
            m = (high + low) / 2; v = 0.33 * (2 * (m - lowest m) / (highest m - lowest m) - 1) + 0.67 * v before, over period \
            candles, the first term 0 where m stands still, kept within -0.999 and 0.999; fisher = ln((1 + v) / (1 - v)) / 2 \
            + fisher before / 2, both from 0; signal = fisher before.
            """,
        source: "Ehlers, Stocks & Commodities 20:11, 2002, p. 40",
        inputs: [.high, .low], options: [.period("period", 10, from: 2)],
        outputs: [.series("fisher"), .series("signal")],
        warmups: { [$0.period - 1, $0.period] }
    ) { arguments in
        let (high, low) = (arguments.inputs[0], arguments.inputs[1])
        let (highs, lows) = (high.span, low.span)
        let middle = Series.computed(from: high, low) { (highs[$0] + lows[$0]) / 2 }
        let period = [Double(arguments.options.period)]
        let (highest, lowest) = (Indicator.highest.series([middle], period), Indicator.lowest.series([middle], period))
        let (middles, tops, bottoms) = (middle.span, highest.span, lowest.span)
        let fisher = Series(count: middle.count) { result in
            for stretch in Series.stretches(of: highest, lowest) {
                var (value, bent) = (0.0, 0.0)
                for index in stretch {
                    let range = tops[index] - bottoms[index]
                    let place = range > 0 ? 2 * (middles[index] - bottoms[index]) / range - 1 : 0
                    value = min(0.999, max(-0.999, 0.33 * place + 0.67 * value))
                    bent = log((1 + value) / (1 - value)) / 2 + bent / 2
                    result[index] = bent
                }
            }
        }
        let values = fisher.span
        return [.series(fisher), .series(.computed(from: fisher, warmup: 1) { values[$0 - 1] })]
    }
}
