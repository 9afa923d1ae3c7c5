import Candles
import Foundation

extension Indicator {
    package static let yangZhang = Indicator(
        "yang_zhang", title: "Yang-Zhang volatility",
        summary: "The volatility of the last candles, told from all four prices and the gaps between candles.",
        formula: """
            root of candles_per_year * root of (o + k * c + (1 - k) * r) over the last n = period candles, where o and c are \
            the sample variances of ln(open / close before) and ln(close / open), r is the mean of the Rogers-Satchell \
            variances, and k = 0.34 / (1.34 + (n + 1) / (n - 1)). A candle with a price that is not above 0 counts as \
            missing.
            """,
        source: "Yang and Zhang, The Journal of Business 73, 2000, p. 483",
        inputs: [.open, .high, .low, .close], options: [.period("period", 20, from: 2), .candlesPerYear],
        outputs: [.series("yang_zhang")],
        warmup: { $0.period }
    ) { arguments in
        let (inputs, period) = (arguments.inputs, arguments.options.period)
        let (open, close) = (inputs[0], inputs[3])
        let (opens, closes) = (open.span, close.span)
        let gap = Series.computed(from: inputs[0], inputs[3], warmup: 1) { log(opens[$0] / closes[$0 - 1]) }
        let body = Series.computed(from: inputs[0], inputs[3]) { log(closes[$0] / opens[$0]) }
        let range = Series.rogersSatchellVariances(inputs[0], inputs[1], inputs[2], inputs[3])
        let (gaps, bodies, ranges) = (gap.span, body.span, range.span)
        let (count, candles) = (Double(period), arguments.options.real("candles_per_year"))
        let share = 0.34 / (1.34 + (count + 1) / (count - 1))
        return [
            .series(
                Series(count: gap.count) { result in
                    for stretch in Series.stretches(of: gap, body, range) {
                        Rolling.folds(
                            in: stretch, period: period, into: &result,
                            of: { index, pivot in
                                let (gap, body) = (gaps[index] - gaps[pivot], bodies[index] - bodies[pivot])
                                return LaneSums(SIMD8(gap, gap * gap, body, body * body, ranges[index], 0, 0, 0))
                            },
                            finish: { _, _, sums in
                                let gap = (sums[1] - sums[0] * sums[0] / count) / (count - 1)
                                let body = (sums[3] - sums[2] * sums[2] / count) / (count - 1)
                                let variance = gap + share * body + (1 - share) * sums[4] / count
                                return (candles * max(0, variance)).squareRoot()
                            })
                    }
                })
        ]
    }
}
