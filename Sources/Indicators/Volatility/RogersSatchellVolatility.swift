import Candles
import Foundation

extension Indicator {
    package static let rogersSatchell = Indicator(
        "rogers_satchell", title: "Rogers-Satchell volatility",
        summary: "The volatility of the last candles, told from all four prices, whatever the trend.",
        formula: """
            root of candles_per_year * root of the mean of ln(high / close) * ln(high / open) + ln(low / close) * \
            ln(low / open) over the last period candles. A candle with a price that is not above 0 counts as missing.
            """,
        source: "Rogers and Satchell, The Annals of Applied Probability 1, 1991, p. 504",
        inputs: [.open, .high, .low, .close], options: [.period("period", 20), .candlesPerYear],
        outputs: [.series("rogers_satchell")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let inputs = arguments.inputs
        let variances = Series.rogersSatchellVariances(inputs[0], inputs[1], inputs[2], inputs[3])
        return [.series(variances.rootMeans(arguments.options))]
    }
}

extension Series {
    /// The variance of each candle by its own prices, which no trend adds to.
    static func rogersSatchellVariances(_ open: Series, _ high: Series, _ low: Series, _ close: Series) -> Series {
        let (opens, highs, lows, closes) = (open.span, high.span, low.span, close.span)
        return computed(from: open, high, low, close) { index in
            let (open, high, low, close) = (opens[index], highs[index], lows[index], closes[index])
            return log(high / close) * log(high / open) + log(low / close) * log(low / open)
        }
    }
}
