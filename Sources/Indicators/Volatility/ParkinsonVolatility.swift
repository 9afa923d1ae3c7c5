import Candles
import Foundation

extension Indicator {
    package static let parkinson = Indicator(
        "parkinson", title: "Parkinson volatility",
        summary: "The volatility of the last candles, told from their highs and lows.",
        formula: """
            root of candles_per_year * root of (mean of ln(high / low)^2 over the last period candles / (4 * ln 2)). A candle \
            with a price that is not above 0 counts as missing.
            """,
        source: "Parkinson, The Journal of Business 53, 1980, p. 62",
        inputs: [.high, .low], options: [.period("period", 20), .candlesPerYear], outputs: [.series("parkinson")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (high, low) = (arguments.inputs[0], arguments.inputs[1])
        let (highs, lows) = (high.span, low.span)
        let squares = Series.computed(from: high, low) { index in
            let range = log(highs[index] / lows[index])
            return range * range / (4 * log(2.0))
        }
        return [.series(squares.rootMeans(arguments.options))]
    }
}

extension Series {
    /// The yearly volatility from a variance for each candle: the root of its mean over the last `period` candles.
    func rootMeans(_ options: Indicator.Options) -> Series {
        let (values, period) = (span, options.period)
        let scale = options.real("candles_per_year") / Double(period)
        return Series(count: count) { result in
            for stretch in Series.stretches(of: self) {
                Rolling.folds(
                    in: stretch, period: period, into: &result,
                    of: { index, _ in LaneSums(SIMD2(values[index], 0)) },
                    finish: { _, _, sums in max(0, sums[0] * scale).squareRoot() })
            }
        }
    }
}
