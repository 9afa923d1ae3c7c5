import Candles
import Foundation

extension Indicator {
    package static let garmanKlass = Indicator(
        "garman_klass", title: "Garman-Klass volatility",
        summary: "The volatility of the last candles, told from all four prices, for a market that never closes.",
        formula: """
            root of candles_per_year * root of the mean of ln(high / low)^2 / 2 - (2 * ln 2 - 1) * ln(close / open)^2 over the \
            last period candles. A candle with a price that is not above 0 counts as missing.
            """,
        source: "Garman and Klass, The Journal of Business 53, 1980, p. 74",
        inputs: [.open, .high, .low, .close], options: [.period("period", 20), .candlesPerYear],
        outputs: [.series("garman_klass")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let inputs = arguments.inputs
        let (open, high, low, close) = (inputs[0], inputs[1], inputs[2], inputs[3])
        let (opens, highs, lows, closes) = (open.span, high.span, low.span, close.span)
        let variances = Series.computed(from: open, high, low, close) { index in
            let (range, body) = (log(highs[index] / lows[index]), log(closes[index] / opens[index]))
            return range * range / 2 - (2 * log(2.0) - 1) * body * body
        }
        return [.series(variances.rootMeans(arguments.options))]
    }
}
