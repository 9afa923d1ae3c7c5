import Candles
import Foundation

extension Indicator {
    package static let chop = Indicator(
        "chop", title: "Choppiness index",
        summary: "Whether price went back and forth (near 100) or its way led somewhere (low).",
        formula: """
            100 * log10(sum of true ranges / (highest high - lowest low)) / log10(period), all over the last period \
            candles. NaN where the highest high is the lowest low. Above 100 where candles left gaps.
            """,
        source: "Dreiss's choppiness index; TradingView's CHOP, whose first true range is high - low",
        inputs: [.high, .low, .close], options: [.period("period", 14, from: 2)], outputs: [.sparse("chop")],
        warmup: { $0.period }
    ) { arguments in
        let (inputs, period) = (arguments.inputs, arguments.options.period)
        let (moves, range) = (Series.trueRange(inputs[0], inputs[1], inputs[2]), PriceRange(inputs, period))
        let (ranges, highest, lowest) = (moves.span, range.highest.span, range.lowest.span)
        let whole = log10(Double(period))
        return [
            .series(
                .along(inputs) { stretch, result in
                    Rolling.sums(
                        in: stretch.dropFirst(), period: period, into: &result, of: { SIMD2(ranges[$0], 0) },
                        finish: { index, sums in
                            let chop = 100 * log10(sums[0] / (highest[index] - lowest[index])) / whole
                            return chop.isFinite ? chop : .nan
                        })
                })
        ]
    }
}
